import { expect, test } from "vitest";
import { styleOf, withStyle } from "@/state/prompt-style";

const styles = ["noto", "twemoji", "fluent 3d"];

test("a style is added, replaced and taken away", () => {
  expect(withStyle("smiling cat", styles, "noto")).toBe("smiling cat, noto style");
  expect(withStyle("smiling cat, noto style", styles, "fluent 3d")).toBe("smiling cat, fluent 3d style");
  expect(withStyle("smiling cat, fluent 3d style ", styles, null)).toBe("smiling cat");
});

test("other commas and unknown styles are words like any other", () => {
  expect(withStyle("woman astronaut, dark skin tone", styles, "twemoji")).toBe(
    "woman astronaut, dark skin tone, twemoji style",
  );
  expect(styleOf("house, art deco style", styles)).toBeNull();
  expect(withStyle("house, art deco style", styles, "noto")).toBe("house, art deco style, noto style");
});

test("spelling in capitals is the same style, and Japanese words stay", () => {
  expect(styleOf("猫, Noto style", styles)).toBe("noto");
  expect(withStyle("猫", styles, "noto")).toBe("猫, noto style");
  expect(withStyle("", styles, "noto")).toBe("noto style");
  expect(withStyle("noto style", styles, null)).toBe("");
});
