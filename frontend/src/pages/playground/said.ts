/** Below the expression: which keys there are, or what is wrong and the one press that mends it. */

import { html } from "lit";
import type { Problem } from "@/api/problem";
import { mended } from "@/state/characters";
import { language, t } from "@/state/language";
import type { Mode } from "@/state/playground-state";
import { explained } from "@/state/words/expression-errors";

const LONGEST = 200;

export function said(wrong: Problem | null, expression: string, mode: Mode, use: (mended: string) => void) {
  if (!wrong) {
    const keys = mode === "words" ? "playground.keysWords" : "playground.keys";
    return html`<p id="problem" class="said quiet"><span class="keys">${t(keys)}</span></p>`;
  }
  return html`<p id="problem" class="said" role="alert" data-testid="wrong">
    <b>${explained(wrong.message, language())}</b>
    ${way(wrong, expression, use)}
  </p>`;
}

function way(wrong: Problem, expression: string, use: (mended: string) => void) {
  const { fix, hint, expected } = wrong;
  if (fix && fix.text.length < LONGEST) {
    const better = mended(expression, fix);
    const guess = hint.startsWith("did you mean");
    return html`<span class="quiet"
      >${guess ? t("playground.better") : explained(hint, language())}
      <button data-testid="better" @click=${() => use(better)}>
        ${guess ? fix.text : better}
      </button></span
    >`;
  }
  const advice = hint !== "" ? explained(hint, language()) : "";
  const wanted = expected !== "" ? t("playground.expected", { what: expected }) : "";
  return html`<span class="quiet">${advice || wanted}</span>`;
}
