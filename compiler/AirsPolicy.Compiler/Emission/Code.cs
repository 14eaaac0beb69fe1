using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AirsPolicy.Compiler.Emission;

/// <summary>
/// A piece of C#. It can be made only of literal text in this assembly with typed holes: there is no hole for a <see cref="string"/>,
/// so that nothing a policy says can become code.
/// </summary>
internal readonly record struct Code
{
    private Code(string text) => Text = text;

    public string Text { get; }

    /// <summary>Code with holes.</summary>
    public static Code Of(CodeHandler code) => new(code.ToString());

    /// <summary>Pieces behind one another.</summary>
    /// <param name="separator">Ours.</param>
    public static Code Join(Code separator, IEnumerable<Code> pieces) =>
        new(string.Join(separator.Text, pieces.Select(piece => piece.Text)));
}

/// <summary>Fills the holes of code.</summary>
[InterpolatedStringHandler]
internal readonly ref struct CodeHandler
{
    private readonly StringBuilder _text;

    public CodeHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + formattedCount * 16);

    public void AppendLiteral(string ours) => _text.Append(ours);

    public void AppendFormatted(Name name) => _text.Append(name.Text);

    public void AppendFormatted(Literal literal) => _text.Append(literal.Text);

    public void AppendFormatted(FileReference file) => _text.Append(file.Text);

    public void AppendFormatted(Code code) => _text.Append(code.Text);

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
