// The admin's pages come from Django, so its look is taken from the cookie here and not by the server.
const cookie = document.cookie.split("; ").find((part) => part.startsWith("portal_look="));
const look = new URLSearchParams(decodeURIComponent((cookie || "").slice("portal_look=".length)));
const root = document.documentElement;
root.dataset.bsTheme = look.get("theme") || "light";
root.dataset.size = look.get("size") || "standard";
root.dataset.contrast = look.get("contrast") || "normal";
