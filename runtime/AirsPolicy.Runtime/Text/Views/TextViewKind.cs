namespace AirsPolicy.Runtime.Text.Views;

/// <summary>The forms of a text that a detector can look at.</summary>
public enum TextViewKind
{
    /// <summary>The text as it came.</summary>
    Plain,

    /// <summary>The text as <see cref="Folding"/> writes it: disguises taken off, without case.</summary>
    Folded,
}
