/** Pictures that come in: by drop, paste or choice. What they become is the page's state afterwards. */

import * as api from "@/api/client";
import type { ModelCard } from "@/api/types";
import type { Choice } from "@/controls/take-picture";
import { carriedOver, initial, type StudioState } from "@/state/knobs";
import { t } from "@/state/language";
import { fromRecipe } from "@/state/studio-recipe";

export interface Taker {
  models(): readonly ModelCard[];
  card(): ModelCard | null;
  studio(): StudioState | null;
  /** Show this state, and keep its picture. */
  restore(state: StudioState): void;
  /** The picture says nothing about itself: ask what it shall be. */
  ask(sha256: string): void;
  say(words: string): void;
  failed(error: unknown): void;
}

export class Taking {
  constructor(private readonly page: Taker) {}

  /** A picture with a recipe restores everything; of any other the page asks what it shall be. */
  async files(files: readonly File[]): Promise<void> {
    const { page } = this;
    for (const file of files.slice(0, 2)) {
      try {
        const upload = await api.upload(file);
        const known = page.models().find((card) => card.id === upload.recipe?.model);
        if (upload.recipe && known) {
          page.restore(fromRecipe(upload.recipe, known));
          page.say(t("studio.dropRestored"));
        } else if (files.length > 1 || page.card()?.usesWords === false) this.pair(upload.sha256);
        else page.ask(upload.sha256);
      } catch (error) {
        page.failed(error);
      }
    }
  }

  /** The picture that image-to-image starts from, whatever else the file carries. */
  async start([file]: readonly File[]): Promise<void> {
    const studio = this.page.studio();
    if (!file || !studio) return;
    try {
      const { sha256 } = await api.upload(file);
      this.page.restore({ ...(this.page.studio() ?? studio), image: sha256 });
    } catch (error) {
      this.page.failed(error);
    }
  }

  chosen({ as, sha256, model, candidate }: Choice): void {
    if (as === "pair") {
      this.pair(sha256);
      return;
    }
    if (candidate?.recipe) {
      this.page.restore(fromRecipe(candidate.recipe, model));
      return;
    }
    const before = this.page.studio() ?? initial(model, "");
    const state = before.model === model.id ? before : carriedOver(before, model);
    const noise = candidate?.noise ?? null;
    this.page.restore({ ...state, ...(as === "noise" ? { noise } : { image: sha256 }) });
  }

  /** Picture A of the model that rebuilds pictures, or picture B if A is there. */
  private pair(sha256: string): void {
    const models = this.page.models();
    const vae = models.find((card) => card.family === "vae") ?? models.find((card) => !card.usesWords);
    if (!vae) return;
    const studio = this.page.studio();
    const before = studio?.model === vae.id ? studio : initial(vae, studio?.prompt ?? "");
    const slots = before.first === null ? { first: sha256 } : { second: sha256, t: 0.5 };
    this.page.restore({ ...before, noise: null, ...slots });
  }
}
