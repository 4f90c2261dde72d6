// The admin's pages come from Django, so its look is taken from the cookie here and not by the server.
const cookie = document.cookie.split("; ").find((part) => part.startsWith("portal_look="));
const look = new URLSearchParams(decodeURIComponent((cookie || "").slice("portal_look=".length)));
const root = document.documentElement;
root.dataset.bsTheme = look.get("theme") || "light";
root.dataset.size = look.get("size") || "standard";
root.dataset.contrast = look.get("contrast") || "normal";

// Select2 leaves its boxes without a name; they take that of the field's label.
window.addEventListener("load", () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const name = document.querySelector(`label[for="${select.id}"]`)?.textContent.replace(/[:：]\s*$/, "").trim();
    const box = select.nextElementSibling;
    if (!name || !box) continue;
    for (const part of box.querySelectorAll("[role=combobox], [role=textbox]")) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", name);
    }
  }
});
