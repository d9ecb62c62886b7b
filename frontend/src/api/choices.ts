/** Large choices without a name, kept by the server under a hash of what they are. */

import { soft, text } from "./guards";
import { json } from "./http";

/** Keep the packed numbers of points; the same ones have the same id. */
export const keepChoice = async (packed: string): Promise<string> =>
  text(soft(await json("/choices", { method: "POST", body: { packed } })).id);

export const choiceOf = async (id: string): Promise<string> =>
  text(soft(await json(`/choices/${encodeURIComponent(id)}`)).packed);
