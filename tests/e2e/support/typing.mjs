/** Measures, inside the page, how long a typed letter takes to show: in its box and on the form's page. */
import { until } from "./wait.mjs";

const WORDS = "every letter is timed until both show it";

/** Types into a field in the middle of the form that was handed over; gives milliseconds for each letter. */
export async function typeInForm(app) {
  await app.find("dialog", "New application");
  await app.click("button", "Begin");
  // It was the first thing that is kept.
  await app.click("button", "I have written it down");
  const box = await openField(app, "Remark 50");
  await app.drawn();
  await app.still();
  await app.page.executeScript(`
    window.times = [];
    addEventListener("keydown", () => {
      const [start, before] = [performance.now(), document.activeElement.value];
      const look = () => {
        const { value } = document.activeElement;
        const paper = document.querySelector(".paper-host").shadowRoot;
        const shows = value !== before && paper.textContent.includes(value);
        if (shows) window.times.push(performance.now() - start);
        else if (performance.now() - start < 2000) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, true);`);
  for (const [index, letter] of [...WORDS].entries()) {
    await box.sendKeys(letter);
    await until("the letter shows", async () => (await app.page.executeScript("return times.length")) > index);
  }
  return app.page.executeScript("return times");
}

async function openField(app, label) {
  await app.click("button", new RegExp(`^${label}`));
  return app.click("textbox", new RegExp(`^Answer: ${label}`));
}
