// Lists the files somebody has chosen, with their sizes, before they are sent.
const size = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

export function chosenFiles(root) {
  for (const box of root.querySelectorAll("[data-upload]")) {
    const input = box.querySelector("input[type=file]");
    const list = box.querySelector("[data-upload-list]");
    input.addEventListener("change", () => {
      list.replaceChildren(...[...input.files].map((file) => {
        const line = document.createElement("li");
        line.textContent = `${file.name}（${size(file.size)}）`;
        return line;
      }));
    });
  }
}
