/** A line of words in the form of a new map. */

import { html, type TemplateResult } from "lit";

export const buildField = (
  name: string,
  title: string,
  hint: string,
  value: string | undefined,
  set: (value: string) => void,
): TemplateResult => html`<label>${title}
    <input
      data-testid=${name}
      placeholder=${hint}
      .value=${value ?? ""}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
    />
  </label>`;
