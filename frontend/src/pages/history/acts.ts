/** What can be done to kept pictures, each with a word about it and a way to take it back. */

import type { Marks } from "@/api/history";
import type { Render } from "@/api/types";
import type { ConfirmSheet } from "@/controls/confirm-sheet";
import type { FolderSheet } from "@/controls/folder-sheet";
import type { Toast } from "@/controls/toast";
import type { KeptPictures } from "@/state/kept-pictures";
import { count, t } from "@/state/language";
import { fileName } from "@/state/recipe-words";

/** Between two downloads, so that a browser takes them for one act. */
const APART_MS = 250;

export interface Around {
  readonly kept: KeptPictures;
  toast(): Toast;
  confirm(): ConfirmSheet;
  folders(): FolderSheet;
  failed(error: unknown): void;
  /** The folder that is shown has another name now, or is none any more. */
  folderIs(name: string | null): void;
}

export class Acts {
  constructor(private readonly around: Around) {}

  private async mark(ids: readonly string[], marks: Marks, words: () => string): Promise<void> {
    const { kept, failed } = this.around;
    if (ids.length === 0) return;
    try {
      const back = await kept.mark(ids, marks);
      this.around.toast().show(words, () => {
        back().then(
          () => this.around.toast().show(() => t("history.undone"), null),
          (error: unknown) => failed(error),
        );
      });
    } catch (error) {
      failed(error);
    }
  }

  /** One at a time needs no words: the star itself says it. */
  async star(render: Render): Promise<void> {
    try {
      await this.around.kept.mark([render.id], { starred: !render.starred });
    } catch (error) {
      this.around.failed(error);
    }
  }

  /** Star them all, or take the stars away where every one has a star. */
  async starMany(renders: readonly Render[]): Promise<void> {
    const starred = !renders.every((one) => one.starred);
    const ids = renders.filter((one) => one.starred !== starred).map((one) => one.id);
    const key = starred ? "history.starredMany" : "history.unstarredMany";
    await this.mark(ids, { starred }, () => t(key, { n: count(ids.length) }));
  }

  async discard(ids: readonly string[]): Promise<void> {
    const n = ids.length;
    await this.mark(ids, { deleted: true }, () =>
      n === 1 ? t("history.discardedOne") : t("history.discardedMany", { n: count(n) }),
    );
  }

  async restore(ids: readonly string[]): Promise<void> {
    const n = ids.length;
    await this.mark(ids, { deleted: false }, () =>
      n === 1 ? t("history.restoredOne") : t("history.restoredMany", { n: count(n) }),
    );
  }

  /** Ask where they should go. */
  move(ids: readonly string[], moved: () => void): void {
    if (ids.length === 0) return;
    void this.around.folders().move(ids.length, (folder) => {
      void this.put(ids, folder).then(moved);
    });
  }

  async put(ids: readonly string[], folder: string | null): Promise<void> {
    const n = ids.length;
    await this.mark(ids, { folder }, () => {
      if (folder === null) return t("history.takenOut");
      return n === 1 ? t("history.movedOne", { folder }) : t("history.movedMany", { n: count(n), folder });
    });
  }

  async download(renders: readonly Render[]): Promise<void> {
    for (const { image, recipe, id } of renders) {
      if (!image) continue;
      const link = document.createElement("a");
      link.href = image.url;
      link.download = fileName(recipe, id);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, APART_MS));
    }
  }

  renameFolder(name: string): void {
    void this.around.folders().rename(name, (next) => {
      if (next === null || next === name) return;
      void this.refolder(name, next, () => t("history.folderRenamed", { name, next }));
    });
  }

  async removeFolder(name: string): Promise<void> {
    const yes = await this.around.confirm().ask({
      title: () => t("history.removeFolderAsk", { name }),
      body: () => t("history.removeFolderBody"),
      yes: () => t("history.removeFolder"),
    });
    if (yes) await this.refolder(name, null, () => t("history.folderRemoved", { name }));
  }

  private async refolder(name: string, to: string | null, words: () => string): Promise<void> {
    const { kept, toast, failed, folderIs } = this.around;
    // A folder that joins another cannot be told apart again.
    const joins = kept.folders.some((one) => one.name === to);
    try {
      await kept.renameFolder(name, to);
      folderIs(to);
      const back = () => void this.refolder(to ?? "", name, () => t("history.undone"));
      toast().show(words, to === null || joins ? null : back);
    } catch (error) {
      failed(error);
    }
  }

  async emptyTrash(): Promise<void> {
    const { kept, toast, failed } = this.around;
    const yes = await this.around.confirm().ask({
      title: () => t("history.emptyTrashAsk"),
      body: () => t("history.emptyTrashBody"),
      yes: () => t("history.emptyTrashDo"),
    });
    if (!yes) return;
    try {
      const gone = await kept.emptyTrash();
      toast().show(() => t("history.emptied", { n: count(gone) }), null);
    } catch (error) {
      failed(error);
    }
  }
}
