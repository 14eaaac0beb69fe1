using System.Collections.Frozen;
using AirsPolicy.Runtime.Schemas.Formats;
using AirsPolicy.Text;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What one schema asks of a text.</summary>
/// <param name="part">The schema.</param>
internal abstract class TextTest(ulong part)
{
    public ulong Part => part;

    public abstract bool Holds(ReadOnlySpan<char> text, CheckScratch scratch);
}

/// <summary><c>minLength</c> and <c>maxLength</c>, in Unicode scalars.</summary>
internal sealed class LengthTest(ulong part, int least, int most) : TextTest(part)
{
    public override bool Holds(ReadOnlySpan<char> text, CheckScratch scratch) => TextMeasures.HasScalars(text, least, most);
}

/// <summary><c>pattern</c>.</summary>
internal sealed class MatchTest(ulong part, PatternTest pattern) : TextTest(part)
{
    public override bool Holds(ReadOnlySpan<char> text, CheckScratch scratch) => scratch.Matches(pattern, text);
}

/// <summary><c>format</c>.</summary>
internal sealed class FormatTest(ulong part, TextFormat format) : TextTest(part)
{
    public override bool Holds(ReadOnlySpan<char> text, CheckScratch scratch) => format(text);
}

/// <summary>The texts of <c>enum</c> and <c>const</c>.</summary>
internal sealed class TextListTest : TextTest
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts;

    public TextListTest(ulong part, IEnumerable<string> texts)
        : base(part) =>
        _texts = texts.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public override bool Holds(ReadOnlySpan<char> text, CheckScratch scratch) => _texts.Contains(text);
}
