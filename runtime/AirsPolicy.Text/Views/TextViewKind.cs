namespace AirsPolicy.Text.Views;

/// <summary>The forms of a text that a detector can look at.</summary>
public enum TextViewKind
{
    /// <summary>The text as it came.</summary>
    Plain,

    /// <summary>The text as <see cref="Folding"/> writes it: disguises taken off, without case.</summary>
    Folded,

    /// <summary>
    /// The letters and digits of the folded text alone: what was spaced out, chopped up or split by punctuation stands together again, and
    /// so does everything else. It knows no words.
    /// </summary>
    Spaced,

    /// <summary>
    /// The text with letters of tags, base64, hexadecimal and binary numbers, percent-encoding, HTML references and backslash escapes
    /// undone, four levels deep, and then what is spelled out, written in signs, rotated or reversed; folded, with words parted that stand
    /// without spaces; empty where there is none of it.
    /// </summary>
    Decoded,

    /// <summary>
    /// As <see cref="Spaced"/>, with the digits and signs that stand for letters read as these, and <c>l</c> as <c>i</c>, since <c>1</c>
    /// stands for both; empty where no such sign stands before a letter.
    /// </summary>
    Leet,

    /// <summary>The folded text from its end to its beginning.</summary>
    Reversed,

    /// <summary>
    /// The second reading of the folded text, which no policy names, since it is looked at wherever that is: what folding takes away stands
    /// for a space, and letters of tags are words; empty where nothing of the kind stands in the text.
    /// </summary>
    Parted,

    /// <summary>
    /// The decoded text, or the folded one where that is empty, with misspelt words as they are meant, which no policy names: models look
    /// at it beside what was typed, since it is a guess; empty where nothing is misspelt.
    /// </summary>
    Meant,
}
