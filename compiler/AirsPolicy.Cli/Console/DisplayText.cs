using System.Globalization;
using System.Text;

namespace AirsPolicy.Cli.Console;

/// <summary>
/// A line as a terminal shows it: tabs worked out, and every character that would act on the terminal or hide (escapes, bidirectional
/// and invisible ones) written by its number, so that a policy cannot look different from what it says.
/// </summary>
internal sealed class DisplayText
{
    private const int TabWidth = 4;

    private readonly int[] _columns;

    private DisplayText(string text, int[] columns)
    {
        Text = text;
        _columns = columns;
    }

    public string Text { get; }

    /// <summary>The cell at which the UTF-16 unit at <paramref name="index"/> begins; past the end the line's width.</summary>
    public int ColumnOf(int index) => _columns[Math.Clamp(index, 0, _columns.Length - 1)];

    /// <summary>Works out how a line is shown. The line holds no line break.</summary>
    public static DisplayText Of(ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        var columns = new int[line.Length + 1];
        var column = 0;
        for (int i = 0, used; i < line.Length; i += used)
        {
            var isRune = Rune.DecodeFromUtf16(line[i..], out var rune, out used) == System.Buffers.OperationStatus.Done;
            columns.AsSpan(i, used).Fill(column);
            var (shown, width) = isRune ? Show(rune, column) : Numbered(line[i]);
            text.Append(shown);
            column += width;
        }

        columns[line.Length] = column;
        return new DisplayText(text.ToString(), columns);
    }

    /// <summary>A text that can be printed anywhere: on one line, without anything that acts on the terminal.</summary>
    public static string Visible(string text) => Of(text.ReplaceLineEndings(" ")).Text;

    private static (string Text, int Width) Show(Rune rune, int column)
    {
        if (rune.Value == '\t')
        {
            var width = TabWidth - column % TabWidth;
            return (new string(' ', width), width);
        }

        if (rune.IsAscii && rune.Value is >= 0x20 and < 0x7F)
            return (((char)rune.Value).ToString(), 1);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => Numbered(rune.Value),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => (rune.ToString(), 0),
            _ => (rune.ToString(), WideCharacters.Contains(rune.Value) ? 2 : 1),
        };
    }

    private static (string Text, int Width) Numbered(int value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"<U+{value:X4}>");
        return (text, text.Length);
    }
}
