using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Facts;

public sealed class FittingFactsTests
{
    [Theory]
    [InlineData("""{"flag":true,"count":"many","text":"a"}""", """{"flag":true,"text":"a"}""")]
    [InlineData("""{"flag":true,"nobody":1,"text":"a"}""", """{"flag":true,"text":"a"}""")]
    [InlineData("""{"text":"a","flag":true,"text":"b"}""", """{"flag":true}""")]
    [InlineData("""{"flag":true,"text":"a","names":[""", """{"flag":true,"text":"a"}""")]
    [InlineData("""{"flag":true,"order-1":{"id":7}}""", """{"flag":true}""")]
    [InlineData("""{"flag":true} and more""", """{"flag":true}""")]
    [InlineData("""[{"flag":true}]""", "{}")]
    [InlineData("", "{}")]
    public void Each_member_that_fits_alone_is_read_and_nothing_else(string json, string expected) =>
        Assert.Equal(expected, Fitting(SampleLayouts.EveryCompiled, Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"args":{"order-id":7},"tool":"refund","first_use":true}""", true, true, false)]
    [InlineData("""{"args":{"query":"x"},"tool":"web-search","first_use":7}""", true, false, true)]
    [InlineData("""{"args":{"query":"x"},"tool":"rm","first_use":true}""", false, true, false)]
    [InlineData("""{"args":{"query":"x"},"first_use":true}""", false, true, false)]
    public void What_belongs_to_a_tool_fits_only_where_the_tool_does(string json, bool tool, bool firstUse, bool args)
    {
        var (frame, layout) = (new FactFrame(), SampleLayouts.ToolCompiled);
        FittingFacts.Read(layout, Encoding.UTF8.GetBytes(json), frame);

        Assert.Equal((tool, firstUse, args), (Has("tool"), Has("first_use"), frame.Has(layout.ToolRegion + 1)));

        bool Has(string fact) => frame.Has(SlotLayout.Offset(layout.Layout.Facts, fact));
    }

    [Fact]
    public void No_bytes_make_it_throw_and_what_fits_as_a_whole_is_read_as_a_whole() =>
        Prop.ForAll(FactReaderFuzzTests.Mutated.ToArbitrary(), json =>
        {
            var (whole, layout) = (new FactFrame(), SampleLayouts.EveryCompiled);
            var failure = new FactReader().Read(layout, json, whole);
            var fitting = Fitting(layout, json);
            Assert.True(failure is not null || fitting == Text(layout, whole));
        }).Check(Laws.Config.WithMaxTest(3_000));

    private static string Fitting(CompiledLayout layout, byte[] json)
    {
        var frame = new FactFrame();
        FittingFacts.Read(layout, json, frame);
        return Text(layout, frame);
    }

    private static string Text(CompiledLayout layout, FactFrame frame) =>
        Encoding.UTF8.GetString(frame.Canonical.Of(frame, 0, layout.Root));
}
