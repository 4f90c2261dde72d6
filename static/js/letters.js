// Says, while somebody writes, that a number in the letter is better left out (F63). Nothing is sent for it.
const IDENTITY = /(?<![0-9])[1-9][0-9]{5}(?:18|19|20)[0-9]{9}[0-9Xx](?![0-9Xx])/;
const CARD = /(?<![0-9])62(?:[ -]?[0-9]){14,17}(?![0-9])/;

for (const hint of document.querySelectorAll("[data-number-hint]")) {
  const field = hint.closest("form").elements[hint.dataset.numberHint];
  field.addEventListener("input", () => {
    hint.hidden = !(IDENTITY.test(field.value) || CARD.test(field.value));
  });
}
