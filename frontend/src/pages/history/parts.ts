/** The elements that the history is put together from. */

import "@/controls/compare-sheet";
import "@/controls/confirm-sheet";
import "@/controls/folder-sheet";
import "@/controls/history-bar";
import "@/controls/history-none";
import "@/controls/history-rail";
import "@/controls/kept-picture";
import "@/controls/notice";
import "@/controls/picture-grid";
import "@/controls/toast";
