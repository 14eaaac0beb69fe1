namespace AirsPolicy.Cli.Scanning;

/// <summary>One text to look at.</summary>
/// <param name="File">The file it stands in, as it was named.</param>
/// <param name="Line">Its line there, from 1; 0 where the text is the whole file.</param>
/// <param name="Id">The row's <c>id</c>, or null.</param>
/// <param name="Text">The text.</param>
/// <param name="Label">What the row says that it is (<c>attack</c>, <c>benign</c> …), or null.</param>
/// <param name="Group">The value of the member that rows are grouped by, or null.</param>
/// <param name="Side">What it is, as the row's <c>side</c> says.</param>
internal sealed record ScannedText(string File, int Line, string? Id, string Text, string? Label, string? Group, TextSide Side);
