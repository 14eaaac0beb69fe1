namespace AirsPolicy.Language.Text;

/// <summary>A place in a text, both parts counted from 0; <paramref name="Column"/> in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);
