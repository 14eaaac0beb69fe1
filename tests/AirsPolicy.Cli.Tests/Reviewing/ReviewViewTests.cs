using AirsPolicy.Cli.Reviewing;

namespace AirsPolicy.Cli.Tests.Reviewing;

public sealed class ReviewViewTests
{
    private readonly FakeDesk _desk = new();

    [Fact]
    public void The_list_says_what_waits_in_which_queue_and_why()
    {
        _desk.Items.Add(FakeDesk.Item(17));
        var screen = Run("").Screens[0];
        Assert.Contains(">    17 normal", screen, StringComparison.Ordinal);
        Assert.Contains("tool_call of pay by u1 in shop.finance (1 more)", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_to_wait_where_nothing_does() =>
        Assert.StartsWith("Nothing waits for you.", Run("").Screens[0], StringComparison.Ordinal);

    [Fact]
    public void A_request_is_opened_and_approved_as_it_was_shown()
    {
        _desk.Items.Add(FakeDesk.Item(16));
        _desk.Items.Add(FakeDesk.Item(17));
        var console = Run("j\ra", "y");
        Assert.Contains("\"to\": \"acme\"", console.Screens[^2], StringComparison.Ordinal);
        Assert.Equal(["""{"do":"approve","number":17,"digest":"d17"}"""], _desk.Asked);
        Assert.Contains("Done.", console.Screens[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\ra", "n")]
    [InlineData("\rx", "")]
    [InlineData("\rm", "")]
    [InlineData("\ru", "")]
    [InlineData("\re", "")]
    [InlineData("ax", "y")]
    public void What_is_not_confirmed_or_said_is_not_done(string keys, string line)
    {
        _desk.Items.Add(FakeDesk.Item(17));
        Run(keys, line);
        Assert.Empty(_desk.Asked);
    }

    [Fact]
    public void Refusing_claiming_noting_and_raising_are_asked_of_the_desk()
    {
        _desk.Items.Add(FakeDesk.Item(17));
        Run("\rcmux", "As in the invoice.", "Soon.", "y");
        Assert.Equal(
            [
                """{"do":"claim","number":17}""",
                """{"do":"comment","number":17,"text":"As in the invoice."}""",
                """{"do":"escalate","number":17,"text":"Soon."}""",
                """{"do":"refuse","number":17,"digest":"d17"}""",
            ],
            _desk.Asked);
    }

    [Fact]
    public void A_change_is_sent_as_json_and_what_is_none_is_not_sent()
    {
        _desk.Items.Add(FakeDesk.Item(17));
        var console = Run("\re", _ => "{ nothing", "y");
        Assert.Empty(_desk.Asked);
        Assert.Contains("this is no JSON", console.Screens[^2], StringComparison.Ordinal);
        Run("\re", text => text.Replace("acme", "bolt", StringComparison.Ordinal), "y");
        Assert.Equal(["""{"do":"edit","number":17,"digest":"d17","content":{"to":"bolt"}}"""], _desk.Asked);
    }

    [Fact]
    public void Content_of_several_pages_is_approved_once_all_of_it_was_shown()
    {
        var lines = string.Join(", ", Enumerable.Range(0, 60).Select(number => $"\"line{number}\": {number}"));
        _desk.Items.Add(FakeDesk.Item(17, $"{{ {lines} }}"));
        var console = Run("\r aa", "y");
        Assert.Empty(_desk.Asked);
        Assert.Contains("Look at the whole content first", console.Screens[^2], StringComparison.Ordinal);
        Run("\r   a", "y");
        Assert.Single(_desk.Asked);
    }

    [Fact]
    public void An_answer_that_is_longer_than_a_line_is_shown_on_two()
    {
        _desk.Items.Add(FakeDesk.Item(17));
        _desk.Message = $"{new string('a', 60)} {new string('b', 60)}";
        Assert.Contains(new string('b', 60), Run("\rx", _ => null, "y").Screens[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_of_another_size_it_has_to_be_shown_anew()
    {
        var lines = string.Join(", ", Enumerable.Range(0, 60).Select(number => $"\"line{number}\": {number}"));
        _desk.Items.Add(FakeDesk.Item(17, $"{{ {lines} }}"));
        Run("\r +a", "y");
        Assert.Empty(_desk.Asked);
        Run("\r + a", "y");
        Assert.Single(_desk.Asked);
    }

    [Fact]
    public void Nothing_that_is_shown_acts_on_the_terminal_or_hides()
    {
        _desk.Items.Add(FakeDesk.Item(17, "{ \"to\": \"a\\u001b[2J\\u202Eb\\u200Bc\\u0007\" }", why: "x\e[31m\u2066y\nz"));
        var console = Run("\r");
        Assert.All(
            console.Screens.SelectMany(screen => screen),
            unit => Assert.True(unit == '\n' || !(char.IsControl(unit) || unit is '\u202E' or '\u200B' or '\u2066')));
        Assert.Contains("a\\u001B[2J\\u202Eb\\u200Bc\\u0007", console.Screens[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_hides_is_escaped_in_the_editor_too()
    {
        _desk.Items.Add(FakeDesk.Item(17, "{ \"to\": \"a\\u202Eb\" }"));
        var text = "";
        Run("\re", shown =>
        {
            text = shown;
            return null;
        });
        Assert.Equal("{\n  \"to\": \"a\\u202Eb\"\n}", text);
    }

    [Fact]
    public void A_lost_connection_is_said_and_tried_again()
    {
        _desk.Items.Add(FakeDesk.Item(17));
        _desk.Losses = 2;
        var console = Run("..");
        Assert.Equal(2, console.Screens.Count(screen => screen.Contains("Trying again", StringComparison.Ordinal)));
        Assert.Contains("Connected again.", console.Screens[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Next_and_previous_go_through_the_list()
    {
        _desk.Items.AddRange([FakeDesk.Item(1), FakeDesk.Item(2), FakeDesk.Item(3)]);
        var console = Run("\rnnnp");
        Assert.Equal(
            ["Request 1", "Request 2", "Request 3", "Request 3", "Request 2"],
            console.Screens.Where(screen => screen.StartsWith("Request", StringComparison.Ordinal)).Select(screen => screen.Split(',')[0]));
    }

    [Fact]
    public void What_was_settled_meanwhile_is_said()
    {
        _desk.Items.Add(FakeDesk.Item(17));
        var view = new FakeConsole("\r");
        var lost = new SettlingDesk(_desk);
        new ReviewView(lost, view, null, TimeProvider.System).Run();
        Assert.Contains("It went on.", view.Screens[^1], StringComparison.Ordinal);
    }

    private FakeConsole Run(string keys, params string[] lines) => Run(keys, _ => null, lines);

    private FakeConsole Run(string keys, Func<string, string?> editor, params string[] lines)
    {
        var console = new FakeConsole(keys) { Editor = editor };
        foreach (var line in lines)
            console.Lines.Enqueue(line);
        new ReviewView(_desk, console, null, TimeProvider.System).Run();
        return console;
    }

    // The list is as it was, and what it shows is gone.
    private sealed class SettlingDesk(FakeDesk desk) : IDesk
    {
        public System.Text.Json.Nodes.JsonObject Ask(System.Text.Json.Nodes.JsonObject request)
        {
            var answer = desk.Ask(request);
            if ((string?)request["do"] == "list")
                desk.Items.Clear();
            return answer;
        }
    }
}
