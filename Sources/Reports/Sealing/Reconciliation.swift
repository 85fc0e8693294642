import CorporatePlan
import Documents

/// Checks a finished document against the scorecard it was made from.
package struct Reconciliation: Sendable {
  package let findings: [Finding]

  package init(_ document: Document, _ book: Book, _ scorecard: Scorecard) {
    findings = []
  }
}
