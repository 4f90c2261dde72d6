// [data-rows="prefix"]: the lines of a form set. Adds one, takes one away; without scripts the page offers an empty line.

function renumbered(value, prefix, index) {
  return value.replace(new RegExp(`${prefix}-(\\d+|__prefix__)-`, "g"), `${prefix}-${index}-`);
}

function renumber(set) {
  const prefix = set.dataset.rows;
  const lines = [...set.querySelectorAll("[data-row]")];
  lines.forEach((line, index) => {
    for (const node of line.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
      for (const name of ["name", "id", "for", "aria-describedby"]) {
        if (node.hasAttribute(name)) node.setAttribute(name, renumbered(node.getAttribute(name), prefix, index));
      }
    }
  });
  set.querySelector(`[name="${prefix}-TOTAL_FORMS"]`).value = lines.length;
  set.dispatchEvent(new Event("input", { bubbles: true }));
}

export function formRows(root) {
  for (const set of root.querySelectorAll("[data-rows]")) {
    set.querySelectorAll("[data-row-add], [data-row-remove]").forEach((button) => { button.hidden = false; });
    set.addEventListener("click", (event) => {
      const gone = event.target.closest("[data-row-remove]");
      if (gone) gone.closest("[data-row]").remove();
      if (event.target.closest("[data-row-add]")) {
        set.querySelector("[data-row-list]").append(set.querySelector("template").content.cloneNode(true));
        const added = set.querySelector("[data-row-list]").lastElementChild;
        added.querySelectorAll("[data-row-remove]").forEach((button) => { button.hidden = false; });
        added.querySelector("select, textarea, input")?.focus();
        renumber(set);
      } else if (gone) renumber(set);
    });
  }
}
