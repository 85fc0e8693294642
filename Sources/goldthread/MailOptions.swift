import ArgumentParser
import Foundation
import Mail

/// How letters leave a server.
struct MailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How letters leave: outbox (a folder in the data directory; nothing leaves the machine), outbox:FOLDER, smtp://USER@HOST:PORT, smtps://USER@HOST, smtp://HOST?encryption=none, sendmail, sendmail:PATH or notify:TEMPLATE.",
      valueName: "carrier"))
  var mail: String?
  @Option(
    help: ArgumentHelp(
      "Whom letters come from, like 'Corporate plan <plan@council.example>'; a mail server and sendmail need it.",
      valueName: "sender"))
  var mailFrom: String?
  @Option(
    help: ArgumentHelp(
      "A file with the mail server's password or Notify's key; without it the environment's GOLDTHREAD_MAIL_SECRET.",
      valueName: "file"))
  var mailSecret: String?

  /// The settings, or what is wrong with them. A password never stands in an argument, where other users see it.
  func settings(in directory: String, hasAddress: Bool) throws(Failure) -> MailSettings {
    let settings: MailSettings
    do throws(MailSettingsError) {
      let secret = try MailSettings.secret(file: mailSecret, environment: ProcessInfo.processInfo.environment)
      settings = try MailSettings(carrier: mail, from: mailFrom, secret: secret, directory: directory)
    } catch {
      throw .call("\(error).")
    }
    if case .outbox = settings.carrier { return settings }
    guard hasAddress else {
      throw .call("Say with --address where people reach the site: the links in letters lead there.")
    }
    return settings
  }
}
