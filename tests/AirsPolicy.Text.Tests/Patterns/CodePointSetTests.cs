using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class CodePointSetTests
{
    private static readonly int[] s_edges = [-1, 0, 1, 62, 63, 64, 65, 126, 127, 128, 129, 300, 0xFFFF, 0x10000, 0x10FFFE, 0x10FFFF];

    private static Gen<CodePointRange[]> Ranges { get; } =
        from bounds in Gen.ArrayOf(
            from one in Gen.Elements(s_edges[1..])
            from other in Gen.Elements(s_edges[1..])
            select new CodePointRange(Math.Min(one, other), Math.Max(one, other)))
        select bounds.Length > 4 ? bounds[..4] : bounds;

    [Fact]
    public void Sets_hold_what_their_ranges_hold() =>
        Prop.ForAll((from left in Ranges from right in Ranges select (left, right)).ToArbitrary(), pair =>
        {
            var (left, right) = (CodePointSet.Of(pair.left), CodePointSet.Of(pair.right));
            foreach (var point in s_edges)
            {
                var (inLeft, inRight) = (pair.left.Any(range => range.Contains(point)), pair.right.Any(range => range.Contains(point)));
                Assert.Equal(inLeft, left.Contains(point));
                Assert.Equal(inLeft || inRight, left.Union(right).Contains(point));
                Assert.Equal(!inLeft && point >= 0, left.Complement().Contains(point));
            }

            Assert.Equal(left, left.Complement().Complement());
            Assert.Equal(left.Union(right), right.Union(left));
            Assert.Equal(CodePointSet.All, left.Union(left.Complement()));
            Assert.False(left.Overlaps(left.Complement()));
            Assert.Equal(
                pair.left.Any(one => pair.right.Any(other => one.First <= other.Last && other.First <= one.Last)),
                left.Overlaps(right));
        }
            )
            .Check(Laws.Config.WithMaxTest(500));

    [Fact]
    public void Classes_with_a_letter_of_their_own_hold_all_case_variants_or_none()
    {
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            foreach (var variant in CharacterTables.CaseVariants(point))
            {
                Assert.Equal(CharacterTables.IsWord(point), CharacterTables.IsWord(variant));
                Assert.Equal(CharacterTables.IsDigit(point), CharacterTables.IsDigit(variant));
                Assert.Equal(CharacterTables.IsSpace(point), CharacterTables.IsSpace(variant));
            }
        }
    }

    [Fact]
    public void Case_variants_have_the_same_number_of_utf16_units()
    {
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            foreach (var variant in CharacterTables.CaseVariants(point)) Assert.Equal(point > 0xFFFF, variant > 0xFFFF);
        }
    }
}
