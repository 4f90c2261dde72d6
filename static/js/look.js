// Changes size, contrast and brightness at once; the server keeps the choice in a cookie for the next page.
const attributes = { theme: "bsTheme", size: "size", contrast: "contrast" };

function press(form, name, value) {
  for (const button of form.querySelectorAll(`.segments [name=${name}]`)) {
    button.setAttribute("aria-pressed", String(button.value === value));
  }
}

export function lookSwitch(root) {
  for (const form of root.querySelectorAll("form[data-look]")) {
    form.addEventListener("submit", async (event) => {
      const button = event.submitter;
      if (!button || !button.closest(".segments")) return;
      event.preventDefault();
      const body = new FormData(form);
      body.set(button.name, button.value);
      const kept = await fetch(form.action, { method: "POST", body, headers: { "X-Portal-Script": "1" } });
      if (!kept.ok) return form.submit();
      root.documentElement.dataset[attributes[button.name]] = button.value;
      press(form, button.name, button.value);
    });
  }
}
