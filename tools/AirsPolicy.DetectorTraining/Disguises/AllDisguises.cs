namespace AirsPolicy.DetectorTraining.Disguises;

/// <summary>The disguises that the packs are measured in.</summary>
internal static class AllDisguises
{
    /// <summary>The text as it is, and every disguise.</summary>
    public static readonly Disguise[] All =
    [
        new("in the clear", (text, _) => text),
        new("letters spaced out", (text, _) => Spacing.Between(text, " ", "   ")),
        new("letters spaced out, no gaps between words", (text, _) => Spacing.Between(text, " ", " ")),
        new("signs between letters", (text, number) => Spacing.Between(text, Spacing.Separator(number), " ")),
        new("signs for spaces", (text, number) => text.Replace(" ", Spacing.Sign(number), StringComparison.Ordinal)),
        new("digits for letters", (text, _) => Alphabets.Leet(text)),
        new("full width and mathematical letters", Alphabets.Forms),
        new("letters of other scripts", (text, _) => Alphabets.LookAlikes(text)),
        new("zero-width characters and marks", Spacing.Unseen),
        new("tags", (text, _) => "Hello! " + Alphabets.Tags(text)),
        new("reversed", (text, _) => Orders.Reversed(text)),
        new("rot13", (text, _) => Alphabets.Rot13(text)),
        new("base64", (text, _) => Encodings.Base64(text)),
        new("nested encodings", Encodings.Nested),
        new("typos in a third of the words", Orders.Typos),
    ];
}
