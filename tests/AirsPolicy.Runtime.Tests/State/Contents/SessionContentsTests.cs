using AirsPolicy.Runtime.State.Contents;
using AirsPolicy.Runtime.State.Labels;

namespace AirsPolicy.Runtime.Tests.State.Contents;

public sealed class SessionContentsTests
{
    private static RecordedContent In(int session, ulong labels = 0, ulong origins = 0, string? text = null) =>
        new(Keys.Of(session), labels, text is null ? [] : [new RecordedText(origins, text)], IsIncomplete: false);

    [Fact]
    public void Labels_survive_memory()
    {
        var contents = new SessionContents();
        contents.Add(In(1, labels: 4));
        contents.Add(In(1) with { Remembered = SessionContents.ItemOf("note") });
        contents.Forget(Keys.Of(1));
        Assert.Equal(0UL, contents.Labels.Read(Keys.Of(1)));
        contents.Add(In(2, origins: 2, text: "pay eve@example.org") with { Recalled = SessionContents.ItemOf("note") });
        Assert.Equal(4UL, contents.Labels.Read(Keys.Of(2)));
        Assert.Equal(6UL, contents.Origins.Read(Keys.Of(2), "eve@example.org").Labels);
        Assert.Equal(0UL, contents.Labels.Read(Keys.Of(3)));
    }

    [Fact]
    public void What_nobody_can_place_concerns_every_session()
    {
        var contents = new SessionContents();
        contents.Add(In(1, origins: 1, text: "alpha"));
        contents.Add(In(1, labels: 8) with { Session = null });
        Assert.Equal(8UL, contents.Labels.Read(Keys.Of(1)));
        Assert.False(contents.Origins.Read(Keys.Of(1), "alpha").IsUnclear);
        contents.Add(In(1, origins: 1, text: "beta") with { Session = null });
        Assert.True(contents.Origins.Read(Keys.Of(1), "alpha").IsUnclear);
        Assert.True(contents.Origins.Read(Keys.Of(2), "alpha").IsUnclear);
    }

    [Fact]
    public void A_text_that_is_not_known_makes_the_origins_of_its_session_unclear()
    {
        var contents = new SessionContents();
        contents.Add(In(1, origins: 1, text: "alpha") with { IsIncomplete = true });
        Assert.True(contents.Origins.Read(Keys.Of(1), "alpha").IsUnclear);
        Assert.False(contents.Origins.Read(Keys.Of(2), "alpha").IsUnclear);
    }

    [Fact]
    public void Labels_keep_their_bits_and_the_last_one_is_shared()
    {
        var bits = new LabelBits();
        var given = Enumerable.Range(0, 70).Select(i => bits.Of($"label{i}")).ToArray();
        Assert.Equal(63, given.Take(63).Distinct().Count());
        Assert.All(given.Skip(63), bit => Assert.Equal(1UL << 63, bit));
        Assert.Equal(given[3] | given[69], bits.Of(["label3", "label69"]));
    }
}
