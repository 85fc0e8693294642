/* The grid of returns: each cell is saved as it is left; a column can be pasted; what could not be sent is kept.
   Without this file the page's Save button does the same for the whole page. */
"use strict";

(() => {
  const form = document.getElementById("returns");
  if (!form) return;
  const told = document.getElementById("told");
  const cells = () => [...form.querySelectorAll(".cell:not([readonly]):not([disabled])")];
  const rowOf = cell => cell.closest("tr[data-row]") || cell.closest("tr.below").previousElementSibling;
  const below = row => row.nextElementSibling;
  const cellsOf = row => [...row.querySelectorAll(".cell"), ...below(row).querySelectorAll(".cell")];
  const fieldOf = cell => cell.name.slice(cell.name.lastIndexOf(":") + 1);
  const kept = cell => `goldthread ${form.dataset.person} ${form.dataset.period} ${cell.name}`;
  const recorded = new WeakMap();
  /* What the server last said a cell holds. */
  const shown = new WeakMap();
  const waiting = new Set();
  let busy = Promise.resolve();

  const say = words => { told.textContent = words; };

  /* What a browser keeps for a person is theirs alone; another person who signs in here does not get it. */
  const keep = cell => {
    const text = JSON.stringify({ value: cell.value, was: shown.get(cell) ?? "" });
    try { localStorage.setItem(kept(cell), text); } catch { /* no room: the cell holds it */ }
  };
  const forget = cell => { try { localStorage.removeItem(kept(cell)); } catch { /* nothing was kept */ } };

  const mark = (cell, state, words) => {
    cell.dataset.state = state;
    const row = rowOf(cell);
    let note = below(row).querySelector(`[data-note="${CSS.escape(cell.name)}"]`);
    if (!note) {
      note = document.createElement("p");
      note.dataset.note = cell.name;
      below(row).querySelector("td").prepend(note);
    }
    note.className = state === "refused" || state === "conflict" || state === "unsent" ? "wrong-words" : "note";
    /* What is wrong stands in the row's own words, which the server writes. */
    note.textContent = state === "refused" || state === "conflict" ? "" : words;
    if (state === "refused") cell.setAttribute("aria-invalid", "true"); else cell.removeAttribute("aria-invalid");
  };

  const show = (row, answer) => {
    row.querySelector('[data-part="status"]').innerHTML = answer.parts.status;
    row.querySelector('[data-part="state"]').innerHTML = answer.parts.state;
    const words = below(row).querySelector('[data-part="words"]');
    /* An answer that somebody is writing is not written over. */
    if (!words.contains(document.activeElement)) words.innerHTML = answer.parts.words;
    words.querySelectorAll("input").forEach(input => recorded.set(input, input.value));
    row.dataset.outstanding = answer.outstanding;
    /* What was taken over from the period before, or fell away with it; what somebody is typing stays. */
    Object.entries(answer.fields ?? {}).forEach(([name, value]) => {
      const other = form.elements[name];
      if (!other || other === document.activeElement || recorded.get(other) !== other.value) return;
      /* A status that this quarter's rule has no more. */
      if (other.tagName === "SELECT" && ![...other.options].some(option => option.value === value)) {
        other.add(new Option(value, value));
      }
      other.value = value;
      recorded.set(other, value);
      shown.set(other, value);
    });
  };

  /* The cells that are sent together: those that make one figure or one progress, as far as somebody typed in them. What
     nobody touched is not sent, so that nothing of a colleague's is written over. */
  const partners = cell => {
    const groups = [["value", "numerator", "denominator", "reason"], ["stage", "percent", "judged", "forecast", "nothing"]];
    const group = groups.find(names => names.includes(fieldOf(cell)));
    if (!group) return [cell];
    const halves = ["numerator", "denominator"];
    return cellsOf(rowOf(cell)).filter(other => group.includes(fieldOf(other)) &&
      (other === cell || recorded.get(other) !== other.value ||
        (halves.includes(fieldOf(cell)) && halves.includes(fieldOf(other)))));
  };

  const send = async cell => {
    if (recorded.get(cell) === cell.value) return true;
    const row = rowOf(cell);
    const body = new URLSearchParams({ token: form.elements.token.value, position: row.dataset.seen });
    const sent = cell.classList.contains("cell") ? partners(cell) : [cell];
    /* Two numbers make one figure: the first alone says nothing yet. */
    const half = sent.filter(other => ["numerator", "denominator"].includes(fieldOf(other)));
    if (half.length === 2 && half.some(other => !other.value.trim()) && half.some(other => other.value.trim()) &&
        half.includes(document.activeElement)) { keep(cell); return true; }
    const values = sent.map(other => other.value);
    sent.forEach(other => body.append(other.name, other.value));
    mark(cell, "saving", "Saving …");
    try {
      const response = await fetch(form.dataset.cells, { method: "POST", body, redirect: "manual" });
      if (response.type === "opaqueredirect") throw new Error("signed out");
      if (!response.ok) {
        mark(cell, "unsent", response.status === 403 ? "Not saved: this is not yours to change" : "Not saved");
        keep(cell);
        return false;
      }
      const answer = await response.json();
      if (answer.result === "saved" || answer.result === "unchanged") {
        row.dataset.seen = answer.seen;
        sent.forEach((other, index) => {
          recorded.set(other, values[index]);
          shown.set(other, values[index]);
          forget(other);
          waiting.delete(other);
          if (other !== cell) mark(other, "saved", "");
        });
      } else {
        /* Theirs and ours are shown side by side; leaving the cell again puts ours in their place. */
        if (answer.result === "conflict") row.dataset.seen = answer.seen;
        recorded.set(cell, undefined);
        keep(cell);
      }
      mark(cell, answer.result, answer.words);
      show(row, answer);
      return true;
    } catch (trouble) {
      keep(cell);
      waiting.add(cell);
      mark(cell, "unsent", trouble.message === "signed out"
        ? "Not saved: you were signed out. It is kept in this browser; sign in and open this page again"
        : "Not saved: no connection. It is kept in this browser and sent again");
      return false;
    }
  };

  /* One after the other, so that each is checked against what the one before it left. */
  const save = cell => (busy = busy.then(() => send(cell)));

  const retry = () => { [...waiting].forEach(save); };
  window.addEventListener("online", retry);
  setInterval(() => { if (waiting.size) retry(); }, 15000);
  window.addEventListener("beforeunload", event => {
    if (waiting.size || cells().some(cell => recorded.get(cell) !== cell.value && cell === document.activeElement && cell.value !== cell.defaultValue)) {
      event.preventDefault();
    }
  });

  const column = cell => cells().filter(other => fieldOf(other) === fieldOf(cell) ||
    (["value", "numerator"].includes(fieldOf(cell)) && ["value", "numerator"].includes(fieldOf(other))));

  const step = (cell, by) => {
    const all = column(cell);
    const next = all[all.indexOf(cell) + by];
    if (next) { next.focus(); if (next.select) next.select(); }
    return Boolean(next);
  };

  form.addEventListener("keydown", event => {
    const cell = event.target;
    if (!cell.classList.contains("cell") || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (cell.tagName !== "INPUT") return;
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      if (!step(cell, event.shiftKey ? -1 : 1) && event.key === "Enter") save(cell).then(count);
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      step(cell, -1);
    }
  });

  const count = () => {
    const rows = [...form.querySelectorAll("tr[data-row]")];
    const filled = rows.filter(row => row.querySelector('[data-state="saved"]') ||
      [...row.querySelectorAll("input.cell")].some(cell => cell.value.trim())).length;
    const open = form.querySelectorAll('[data-state="refused"], [data-state="conflict"], [data-state="unsent"]').length;
    say(`${filled} of ${rows.length} entered${open ? `; ${open} not saved` : ""}`);
  };

  form.addEventListener("change", event => {
    const cell = event.target;
    if (cell.name && rowOf(cell)) save(cell).then(count);
  });

  /* Cells as Excel copies them: tabs between, quotation marks around what has line breaks in it. */
  const table = text => {
    const rows = [[]];
    let value = "", quoted = false;
    for (let i = 0; i < text.length; i++) {
      const letter = text[i];
      if (quoted) {
        if (letter === '"' && text[i + 1] === '"') { value += '"'; i++; }
        else if (letter === '"') quoted = false;
        else value += letter;
      } else if (letter === '"' && value === "") quoted = true;
      else if (letter === "\t") { rows.at(-1).push(value); value = ""; }
      else if (letter === "\n" || letter === "\r") {
        if (letter === "\r" && text[i + 1] === "\n") i++;
        rows.at(-1).push(value); value = "";
        rows.push([]);
      } else value += letter;
    }
    if (value !== "" || rows.at(-1).length) rows.at(-1).push(value); else rows.pop();
    return rows;
  };

  let before = [];
  const undo = document.createElement("button");
  undo.type = "button";
  undo.className = "button second";
  undo.textContent = "Undo the paste";
  undo.addEventListener("click", () => {
    undo.remove();
    before.forEach(([cell, value]) => { cell.value = value; save(cell); });
    busy = busy.then(() => say(`The paste of ${before.length} cells was undone`));
  });

  form.addEventListener("paste", event => {
    const cell = event.target;
    if (!cell.classList.contains("cell") || cell.tagName === "SELECT") return;
    const text = event.clipboardData.getData("text");
    /* Words have paragraphs and lists: only what was copied from a table is one among them. */
    const isTable = /<table/i.test(event.clipboardData.getData("text/html"));
    if (cell.closest(".more") || (cell.tagName === "TEXTAREA" && !isTable)) return;
    const rows = table(text);
    if (rows.length < 2 && (rows[0] || []).length < 2) return;
    event.preventDefault();
    const targets = column(cell).slice(column(cell).indexOf(cell));
    before = [];
    rows.slice(0, targets.length).forEach((values, index) => {
      /* Across the line that one sees, and not on into what stands behind "More". */
      const line = cells().filter(other => other.closest("tr") === targets[index].closest("tr") && other.tagName !== "SELECT");
      const start = line.indexOf(targets[index]);
      values.forEach((value, offset) => {
        const target = line[start + offset];
        if (!target) return;
        before.push([target, target.value]);
        target.value = value.trim();
        save(target);
      });
    });
    const dropped = rows.slice(targets.length);
    const pasted = rows.length - dropped.length;
    busy = busy.then(() => {
      count();
      say(`Pasted ${pasted} row${pasted === 1 ? "" : "s"}. ` + (dropped.length
        ? `There was no row left for ${dropped.length}: ${dropped.map(row => row.join(" ")).join("; ").slice(0, 120)}. ` : "") +
        told.textContent);
      told.after(undo);
      setTimeout(() => undo.remove(), 600000);
    });
  });

  const room = cell => {
    const most = Number(cell.dataset.most);
    let words = cell.parentElement.querySelector(".room");
    if (!words) {
      words = document.createElement("span");
      words.className = "room note";
      cell.after(words);
    }
    const left = most - [...cell.value].length;
    words.textContent = left < 150 ? (left < 0 ? `${-left} characters too many` : `${left} characters left`) : "";
  };
  form.addEventListener("input", event => { if (event.target.dataset.most) room(event.target); });

  /* What was not sent before the page was closed is put back, and sent. */
  const restored = [];
  cells().forEach(cell => {
    recorded.set(cell, cell.value);
    shown.set(cell, cell.value);
    if (cell.dataset.most) room(cell);
    let entry = null;
    try { entry = JSON.parse(localStorage.getItem(kept(cell))); } catch { /* nothing is kept */ }
    if (!entry || entry.value === cell.value) { forget(cell); return; }
    if (entry.was === cell.value) {
      cell.value = entry.value;
      restored.push(cell);
    } else {
      /* Somebody changed it in the meantime: theirs stays, and what was typed is shown beside it. */
      mark(cell, "conflict", "");
      const note = below(rowOf(cell)).querySelector(`[data-note="${CSS.escape(cell.name)}"]`);
      note.textContent = `You typed “${entry.value}” and it was not saved; somebody has changed it since. Type it again if it is right.`;
      forget(cell);
    }
  });
  form.querySelectorAll('[data-part="words"] input').forEach(input => recorded.set(input, input.value));
  if (restored.length) {
    restored.forEach(save);
    busy = busy.then(() => say(`${restored.length} cell${restored.length === 1 ? "" : "s"} that had not been saved ` +
      (restored.length === 1 ? "was" : "were") + " put back"));
  }

  /* What is still being typed is saved before the page is sent. */
  form.addEventListener("submit", event => {
    if (form.dataset.settled) return;
    event.preventDefault();
    const button = event.submitter;
    /* Not at once: a form that is being submitted does not hear a second request. */
    busy.then(() => setTimeout(() => {
      form.dataset.settled = "yes";
      waiting.clear();
      cells().forEach(forget);
      form.requestSubmit(button);
    }));
  });
})();
