using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting.Reviewing;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>Lets a reviewer look through what waits and decide on it, a key at a time.</summary>
internal sealed class ReviewView(IDesk desk, IReviewConsole console, string? queue, TimeProvider time)
{
    private const string
        ListKeys = "up/down choose  enter open  r refresh  q quit",
        ItemKeys = "a approve  x refuse  e edit  c claim  m comment  u urgent  n/p next  space page  q back";

    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(5), s_again = TimeSpan.FromSeconds(1);
    private const int MessageLines = 2;

    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    private IReadOnlyList<WaitingItem> _items = [];
    private WaitingItem? _open;
    private int _selected;
    private int _page;
    private int _seen;
    private (int Width, int Height) _size;
    private string _message = "";

    /// <summary>Until the reviewer quits.</summary>
    public void Run()
    {
        for (var goesOn = Try(Refresh); goesOn;)
        {
            Show();
            if (console.Key(s_refresh) is not { } key)
            {
                goesOn = _open is not null || Try(Refresh);
                continue;
            }
            if (_open is null && Is(key, ConsoleKey.Q, 'q'))
                return;
            _message = "";
            goesOn = Try(() => Press(key));
        }
    }

    // What fails because the connection is lost is tried again from the list.
    private bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (DeskLostException lost)
        {
            _message = lost.Message;
        }
        while (true)
        {
            console.Show([.. ItemPage.Cut($"{_message} Trying again; q quits.", console.Width)]);
            if (console.Key(s_again) is { } key && Is(key, ConsoleKey.Q, 'q'))
                return false;
            try
            {
                Refresh();
                (_open, _message) = (null, "Connected again.");
                return true;
            }
            catch (DeskLostException lost)
            {
                _message = lost.Message;
            }
        }
    }

    private void Press(ConsoleKeyInfo key)
    {
        if (_open is null)
            PressInList(key);
        else
            PressInItem(key, _open);
    }

    private void PressInList(ConsoleKeyInfo key)
    {
        if (Is(key, ConsoleKey.DownArrow, 'j'))
            _selected = Math.Min(_selected + 1, Math.Max(0, _items.Count - 1));
        else if (Is(key, ConsoleKey.UpArrow, 'k'))
            _selected = Math.Max(0, _selected - 1);
        else if (Is(key, ConsoleKey.Enter, '\r') && _selected < _items.Count)
            Open(_items[_selected].Number);
        else
            Refresh();
    }

    private void PressInItem(ConsoleKeyInfo key, WaitingItem item)
    {
        switch (char.ToLowerInvariant(key.KeyChar))
        {
            case ' ':
                _page++;
                break;
            case 'b':
                _page = Math.Max(0, _page - 1);
                break;
            case 'n':
                Step(1);
                break;
            case 'p':
                Step(-1);
                break;
            case 'a' when !HasSeenAll(item):
                _message = "Look at the whole content first: space shows the next page.";
                break;
            case 'a' when Confirm($"Approve request {item.Number}"):
                Decide(Word(DeskAction.Approve, item));
                break;
            case 'x' when Confirm($"Refuse request {item.Number}"):
                Decide(Word(DeskAction.Refuse, item));
                break;
            case 'e':
                Edit(item);
                break;
            case 'c':
                Claim(item);
                break;
            case 'm':
                Say(DeskAction.Comment, item, "Comment: ");
                break;
            case 'u':
                Say(DeskAction.Escalate, item, "Why it is urgent: ");
                break;
            case 'q' or '\e':
                Close();
                break;
        }
    }

    // Who releases what others have claimed is told so; who has it releases it.
    private void Claim(WaitingItem item)
    {
        var answer = desk.Ask(DeskAnswer.Request(item.ClaimedBy is null ? DeskAction.Claim : DeskAction.Release, item.Number));
        Open(item.Number, _page);
        _message = DeskAnswer.MessageOf(answer);
    }

    private void Say(DeskAction action, WaitingItem item, string prompt)
    {
        var text = console.Line(prompt);
        if (text.Length == 0)
            return;
        var request = DeskAnswer.Request(action, item.Number);
        request["text"] = text;
        var answer = desk.Ask(request);
        Open(item.Number, _page);
        _message = DeskAnswer.MessageOf(answer);
    }

    private void Edit(WaitingItem item)
    {
        var isCall = item.Point == PointNames.ToolCall;
        if ((isCall ? item.Facts?["args"] : Content(item)) is not { } content)
        {
            _message = "There is no content here that can be changed.";
            return;
        }
        if (console.Edit(VisibleJson.Of(content)) is not { } edited)
            return;
        JsonNode? changed;
        try
        {
            changed = JsonNode.Parse(edited, documentOptions: s_once);
        }
        catch (JsonException mistake)
        {
            _message = $"Nothing is changed, since this is no JSON: {mistake.Message}";
            return;
        }
        if (!Confirm($"Approve request {item.Number} as you have changed it"))
            return;
        var word = Word(DeskAction.Edit, item);
        word["content"] = changed;
        Decide(word);
    }

    // The text of a point lies in the fact that is named as the point is.
    private static JsonNode? Content(WaitingItem item) => item.Facts?[item.Point] is JsonObject fact ? fact["text"] : null;

    // What the reviewer decided stays on the screen; the list says what waits then.
    private void Decide(JsonObject word)
    {
        var answer = desk.Ask(word);
        if (DeskAnswer.Counts(answer))
            Close();
        else
            Open((long)word["number"]!, _page);
        _message = DeskAnswer.MessageOf(answer);
    }

    private bool Confirm(string what) => console.Line($"{what}? Type y: ") is "y" or "Y";

    private static JsonObject Word(DeskAction action, WaitingItem item)
    {
        var word = DeskAnswer.Request(action, item.Number);
        word["digest"] = item.Digest;
        return word;
    }

    private void Step(int by)
    {
        Refresh();
        if (_items.Count == 0)
        {
            _open = null;
            return;
        }
        _selected = Math.Clamp(_selected + by, 0, _items.Count - 1);
        Open(_items[_selected].Number);
    }

    private void Open(long number, int page = 0)
    {
        var before = _open;
        _open = DeskAnswer.Show(desk, number, out _message);
        _page = page;
        if (_open is null)
            Refresh();
        if (_open?.Digest != before?.Digest || _open?.Number != before?.Number)
            (_seen, _page) = (0, 0);
    }

    private void Close()
    {
        _open = null;
        Refresh();
    }

    private void Refresh()
    {
        var list = DeskAnswer.List(desk, queue);
        _items = DeskAnswer.Items(list);
        _selected = Math.Clamp(_selected, 0, Math.Max(0, _items.Count - 1));
        if (list["items"] is null)
            _message = DeskAnswer.MessageOf(list);
    }

    private int Room => Math.Max(1, console.Height - MessageLines - 3);

    private ItemPage PageOf(WaitingItem item) => ItemPage.Of(item, time.GetUtcNow(), console.Width);

    private bool HasSeenAll(WaitingItem item) => (_seen + 1) * Room >= PageOf(item).Content;

    private void Show()
    {
        var lines = new List<string>();
        // Pages are others on a terminal of another size.
        if (_size != (console.Width, console.Height))
            (_size, _seen, _page) = ((console.Width, console.Height), 0, 0);
        if (_open is { } item)
        {
            var page = PageOf(item);
            var pages = (page.Lines.Count + Room - 1) / Room;
            _page = Math.Min(_page, pages - 1);
            // A page that was skipped has not been seen.
            _seen = _page <= _seen + 1 ? Math.Max(_seen, _page) : _seen;
            lines.Add($"Request {item.Number}, page {_page + 1} of {pages}");
            lines.AddRange(page.Lines.Skip(_page * Room).Take(Room));
            Fill(lines);
            lines.Add(Footer(ItemKeys));
        }
        else
        {
            var first = _selected / Math.Max(1, Room - 1) * Math.Max(1, Room - 1);
            lines.Add(_items.Count == 0 ? "Nothing waits for you." : $"{_items.Count} waiting");
            var shown = _items.Skip(first).Take(Math.Max(1, Room - 1)).ToList();
            lines.AddRange(shown.Count == 0 ? [] : ItemList.Of(shown, _selected - first, time.GetUtcNow(), console.Width));
            Fill(lines);
            lines.Add(Footer(ListKeys));
        }
        console.Show([.. lines.Select(line => ItemPage.Cut(line, console.Width).First())]);
    }

    private void Fill(List<string> lines)
    {
        while (lines.Count < Room + 1)
            lines.Add("");
        var said = TextColumns.Wrap(_message, console.Width);
        lines.AddRange(Enumerable.Range(0, MessageLines).Select(line => said.ElementAtOrDefault(line) ?? ""));
    }

    private string Footer(string keys) => console.Width >= keys.Length ? keys : keys.Replace("  ", " ", StringComparison.Ordinal);

    private static bool Is(ConsoleKeyInfo? key, ConsoleKey code, char letter) =>
        key is { } pressed && (pressed.Key == code || char.ToLowerInvariant(pressed.KeyChar) == letter);
}
