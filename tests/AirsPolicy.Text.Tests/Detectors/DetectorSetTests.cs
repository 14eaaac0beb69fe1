using System.Globalization;
using AirsPolicy.Text.Detectors;
using static AirsPolicy.Text.Tests.Detectors.DetectorFixture;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class DetectorSetTests
{
    [Fact]
    public void Detectors_are_numbered_as_given_and_built_in_ones_they_refer_to_follow()
    {
        var set = DetectorSet.Compile([Named("x.b", Other("pii.card")), Named("x.a", Term("a"))]);
        Assert.Equal((0, 1, 2, -1), (set.NumberOf("x.b"), set.NumberOf("x.a"), set.NumberOf("pii.card"), set.NumberOf("pii.us_ssn")));
        Assert.Equal(3, set.Count);
    }

    [Fact]
    public void A_detector_that_names_itself_means_the_built_in_one_of_its_name()
    {
        var set = DetectorSet.Compile([BuiltinDefinition("pii.card"), Named("x.a", Other("pii.card"))]);
        Assert.Equal("True 1000000 [5-21]", Ask(set, 0, "card 4111111111111111").ToString());
        Assert.Equal("True 1000000 [5-21]", Ask(set, 1, "card 4111111111111111").ToString());
    }

    [Fact]
    public void A_chain_of_references_may_be_of_any_length()
    {
        const int Length = 20_000;
        var chain = Enumerable.Range(0, Length)
            .Select(i => Named(Name(i), i == Length - 1 ? Term("a") : Other(Name(i + 1))));
        Assert.Equal("True 1000000 [2-3]", Ask(DetectorSet.Compile(chain), 0, "b a").ToString());

        static string Name(int i) => "x.d" + i.ToString(CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("x.a", "x.a")]
    [InlineData("x.b", "x.a")]
    public void A_circle_of_references_is_refused(string fromA, string fromB)
    {
        var error = Assert.Throws<ArgumentException>(() => DetectorSet.Compile([Named("x.a", Other(fromA)), Named("x.b", Other(fromB))]));
        Assert.Contains("refers to itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_by_way_of_an_exception_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            DetectorSet.Compile([Named("x.a", Term("a")).Except(Other("x.b")), Named("x.b", Other("x.a"))]));

    [Fact]
    public void What_cannot_be_resolved_or_read_is_named()
    {
        Assert.Contains("'x.none'", Refusal(Named("x.a", Other("x.none"))), StringComparison.Ordinal);
        Assert.Contains("'a('", Refusal(Named("x.a", Pattern("a("))), StringComparison.Ordinal);
        Assert.Contains("'upside_down'", Refusal(Named("x.a", Pattern("a")).In("upside_down")), StringComparison.Ordinal);
        Assert.Contains("two detectors 'x.a'", Refusal(Named("x.a", Term("a")), Named("x.a", Term("b"))), StringComparison.Ordinal);
    }

    private static string Refusal(params DetectorDefinition[] detectors) =>
        Assert.Throws<ArgumentException>(() => DetectorSet.Compile(detectors)).Message;

    private static DetectorDefinition Named(string name, params DetectorItem[] items) => Detector(items) with { Name = name };

    private static DetectorDefinition BuiltinDefinition(string name) =>
        AirsPolicy.Text.Detectors.Builtin.BuiltinDetectors.DefinitionOf(name)!;
}
