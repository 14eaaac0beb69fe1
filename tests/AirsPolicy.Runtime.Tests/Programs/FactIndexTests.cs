using AirsPolicy.Runtime.Programs.Indexes;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Tests.Programs;

public sealed class FactIndexTests
{
    [Fact]
    public void A_name_without_a_block_and_one_that_there_is_not_lead_nowhere()
    {
        var index = new FactIndex(new EnumIndexTable([2, -1]));
        Assert.Equal([2, -1, -1, -1, -1], new long[] { 0, 1, 2, -1, long.MaxValue }.Select(index.Find));
    }

    [Fact]
    public void A_text_is_found_letter_by_letter()
    {
        var index = new FactIndex(new TextIndexTable([new TextIndexEntry("", 0), new TextIndexEntry("pay", 3)]));
        Assert.Equal([0, 3, -1, -1], new[] { "", "pay", "Pay", "payer" }.Select(key => index.Find(key.AsSpan())));
    }
}
