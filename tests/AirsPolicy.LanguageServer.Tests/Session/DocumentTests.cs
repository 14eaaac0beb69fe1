using System.Text.Json;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Server;
using AirsPolicy.LanguageServer.Workspace;
using FsCheck;
using FsCheck.Fluent;
using Range = AirsPolicy.LanguageServer.Protocol.Range;

namespace AirsPolicy.LanguageServer.Tests.Session;

public sealed class DocumentTests
{
    private const string Sound = "library a\nlet x = 1\n";

    private const string Broken = "library a\nlet x = \n";

    [Fact]
    public void Opening_publishes_diagnostics_with_the_version()
    {
        var client = Client.Initialized();
        client.Open(Broken, version: 7);
        var published = Assert.Single(client.Published()).Value;
        Assert.Equal(7, published.GetProperty("version").GetInt32());
        var diagnostic = Assert.Single(published.GetProperty("diagnostics").EnumerateArray());
        Assert.StartsWith("AIRS1", diagnostic.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal("airs", diagnostic.GetProperty("source").GetString());
        var page = diagnostic.GetProperty("codeDescription").GetProperty("href").GetString();
        Assert.EndsWith($"/docs/reference/diagnostics/{diagnostic.GetProperty("code")}.md", page, StringComparison.Ordinal);
        Assert.Equal(1, diagnostic.GetProperty("severity").GetInt32());
    }

    [Fact]
    public void A_change_that_mends_the_text_takes_its_diagnostic_back()
    {
        var client = Client.Initialized();
        client.Open(Broken);
        Assert.Equal(1, CountOf(client));
        client.Change(2, "1", Client.Range(1, 8, 1, 8));
        Assert.Equal(0, CountOf(client));
    }

    [Fact]
    public void Of_several_changes_only_the_last_version_is_published()
    {
        var client = Client.Initialized();
        client.Open(Sound);
        client.Published();
        for (var version = 2; version <= 20; version++)
        {
            client.Change(version, "1", Client.Range(1, 9, 1, 9));
            Assert.Empty(client.Published(isIdle: false));
        }

        Assert.Equal(20, Assert.Single(client.Published()).Value.GetProperty("version").GetInt32());
    }

    [Fact]
    public void Under_steady_typing_diagnostics_come_all_the_same()
    {
        var time = new SteppedTime();
        var client = Client.Initialized(options: new LanguageServerOptions { Time = time });
        client.Open(Sound);
        Assert.Empty(client.Published(isIdle: false));
        time.Advance(TimeSpan.FromMilliseconds(199));
        Assert.Empty(client.Published(isIdle: false));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(client.Published(isIdle: false));
    }

    [Fact]
    public void Waivers_and_reviews_are_judged_by_the_day_of_the_clock()
    {
        const string Waived =
            "policy p\nsystem s { owner \"a\" }\ncontrol c { at input  always block }\nwaive c because \"trial\" approved by \"b\" " +
            "until 2027-03-31\n";
        var time = new SteppedTime { Now = new DateTimeOffset(2027, 1, 15, 12, 0, 0, TimeSpan.Zero) };
        var client = Client.Initialized(options: new LanguageServerOptions { Time = time });
        client.Open(Waived);
        Assert.Empty(Codes(client));
        foreach (var (day, code) in new[] { (new DateTime(2027, 3, 15), "AIRS6025 3"), (new DateTime(2027, 4, 1), "AIRS6024 1") })
        {
            time.Now = new DateTimeOffset(day, TimeSpan.Zero);
            client.Change(2, " ", Client.Range(0, 8, 0, 8));
            Assert.Equal([code], Codes(client));
        }

        static IEnumerable<string?> Codes(Client client) =>
            client
                .Published()
                .Single()
                .Value.GetProperty("diagnostics")
                .EnumerateArray()
                .Select(found => $"{found.GetProperty("code")} {found.GetProperty("severity")}");
    }

    [Fact]
    public void Nothing_is_published_where_nothing_has_changed()
    {
        var client = Client.Initialized();
        client.Open(Sound);
        client.Published();
        Assert.False(client.Session.IsPublishDue(isIdle: true));
    }

    [Fact]
    public void Closing_takes_all_diagnostics_back()
    {
        var client = Client.Initialized();
        client.Open(Broken);
        Assert.Equal(1, CountOf(client));
        client.Notify("textDocument/didClose", Client.Place(0, 0));
        Assert.Equal(0, CountOf(client));
    }

    [Fact]
    public void A_change_that_cannot_be_read_closes_the_document_and_says_so()
    {
        var client = Client.Initialized();
        client.Open(Broken);
        client.Published();
        client.Handle(new LanguageServer.Transport.IncomingMessage.Notification(
            "textDocument/didChange",
            JsonElement.Parse("""{"textDocument":{"uri":"untitled:policy.airs","version":2},"contentChanges":[{"text":"\ud800"}]}"""u8)));
        Assert.Equal("window/showMessage", Assert.Single(client.Sent()).GetProperty("method").GetString());
        Assert.Equal(0, CountOf(client));
        Assert.Empty(client.Log.ToString());
    }

    [Theory]
    [InlineData("abc", 0, 1, 0, 2, "X", "aXc")]
    [InlineData("a\r\nb", 0, 1, 1, 0, "", "ab")]
    [InlineData("a𝒳b", 0, 3, 0, 4, "c", "a𝒳c")]
    [InlineData("a\nb", 0, 99, 0, 99, "!", "a!\nb")]
    [InlineData("a\nb", 99, 0, 99, 9, "!", "a\nb!")]
    [InlineData("", 0, 0, 0, 0, "x", "x")]
    public void Positions_are_utf16_units_and_stay_inside_the_text(
        string before,
        int line,
        int character,
        int endLine,
        int endCharacter,
        string text,
        string after) =>
        Assert.Equal(
            after,
            TextChanges.Apply(
                SourceText.From(before),
                [new ContentChange(text, new Range(new(line, character), new(endLine, endCharacter)))]));

    [Fact]
    public void Edits_in_a_row_give_what_the_editor_has()
    {
        var pieces = Gen.Elements("a", "\n", "\r\n", "𝒳", "let x = 1", "").ArrayOf();
        var edit =
            from at in Gen.Choose(0, 1_000)
            from length in Gen.Choose(0, 20)
            from text in pieces
            select (at, length, text: string.Concat(text));
        Prop.ForAll(
                pieces.ToArbitrary(),
                edit.ArrayOf().ToArbitrary(),
                (start, edits) =>
                {
                    var editor = string.Concat(start);
                    var changes = new List<ContentChange>();
                    var expected = editor;
                    foreach (var (at, length, text) in edits)
                    {
                        var source = SourceText.From(expected);
                        var from = at % (expected.Length + 1);
                        var to = Math.Min(from + length, expected.Length);
                        // An editor never stands between CR and LF.
                        if (source.OffsetOf(source.PositionOf(from)) != from || source.OffsetOf(source.PositionOf(to)) != to)
                            continue;
                        changes.Add(new ContentChange(text, TextChanges.RangeOf(source, new(from, to))));
                        expected = expected[..from] + text + expected[to..];
                    }

                    return TextChanges.Apply(SourceText.From(editor), [.. changes]) == expected;
                }).Check(Laws.Config);
    }

    private static int CountOf(Client client) => Assert.Single(client.Published()).Value.GetProperty("diagnostics").GetArrayLength();

    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
