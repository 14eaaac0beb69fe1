using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Tests.Session;

/// <summary>From a name to its declaration and its other places, over the files of a package and over packages.</summary>
public sealed class NavigationTests : IDisposable
{
    private const string ControlFile = """
        library lib
        param most: int = 3, lower is stricter
        control long {
          at input
          when length(text) > most then block
        }

        """;

    private const string PolicyFile = """
        policy shop
        extends lib
        system s {}
        set lib.most = 2
        test "x" {
          given input "abcd"
          expect block by lib.long
        }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("airs-lsp-").FullName;
    private readonly Client _client;

    public NavigationTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lib"));
        Write("lib/facts.airs", "library lib\nfact customer: { segment: text } at input\n");
        Write("lib/control.airs", ControlFile);
        Write("policy.airs", PolicyFile);
        _client = Client.Initialized(DocumentUri.FromPath(_folder));
        foreach (var name in (string[])["lib/control.airs", "policy.airs"])
            _client.Open(File.ReadAllText(Path.Combine(_folder, name)), UriOf(name));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("lib/control.airs", "when length(text) > mo▮st", "lib/control.airs:1:6")]
    [InlineData("lib/control.airs", "param mo▮st", "lib/control.airs:1:6")]
    [InlineData("policy.airs", "set lib.mo▮st", "lib/control.airs:1:6")]
    [InlineData("policy.airs", "block by lib.lon▮g", "lib/control.airs:2:8")]
    [InlineData("policy.airs", "extends li▮b", "lib/control.airs:0:8")]
    public void Definition_leads_to_the_declaration(string file, string at, string declared) =>
        Assert.Equal(declared, Shown(Ask("textDocument/definition", file, at).GetProperty("result")));

    [Theory]
    [InlineData("lib/control.airs", "when leng▮th(text)")]
    [InlineData("lib/control.airs", "when length(te▮xt)")]
    [InlineData("policy.airs", "given input \"ab▮cd\"")]
    [InlineData("policy.airs", "system s▮ {}")]
    public void What_no_file_declares_has_no_definition(string file, string at) =>
        Assert.Equal(JsonValueKind.Null, Ask("textDocument/definition", file, at).GetProperty("result").ValueKind);

    [Fact]
    public void A_shipped_library_has_no_file_to_lead_to_and_no_name_to_change()
    {
        var uri = Write("detects.airs", "library detects\nuse airs.detect\nlet x = injection.found(text)\n");
        _client.Open(File.ReadAllText(Path.Combine(_folder, "detects.airs")), uri);
        foreach (var at in (string[])["= inj▮ection", "use airs.det▮ect"])
            Assert.Equal(JsonValueKind.Null, Ask("textDocument/definition", "detects.airs", at).GetProperty("result").ValueKind);
        var refusal = Refusal(Ask("textDocument/prepareRename", "detects.airs", "= inj▮ection"));
        Assert.Contains("read only", refusal, StringComparison.Ordinal);
        Assert.Equal(refusal, Refusal(Rename("detects.airs", "= inj▮ection", "other")));
    }

    [Fact]
    public void References_are_found_in_files_that_are_not_open_and_in_other_packages()
    {
        Write("other.airs", "library other\nuse lib\nlet twice = most * 2\n");
        _client.Notify("workspace/didChangeWatchedFiles", new JsonObject());
        Assert.Equal(
            ["lib/control.airs:1:6", "lib/control.airs:4:22", "other.airs:2:12", "policy.airs:3:8"],
            ShownAll(Ask("textDocument/references", "lib/control.airs", "param mo▮st").GetProperty("result")));
    }

    [Fact]
    public void References_leave_the_declaration_out_where_the_client_asks_for_that()
    {
        var asked = Place("lib/control.airs", "param mo▮st");
        asked["context"] = new JsonObject { ["includeDeclaration"] = false };
        Assert.Equal(
            ["lib/control.airs:4:22", "policy.airs:3:8"],
            ShownAll(_client.Request("textDocument/references", asked).GetProperty("result")));
    }

    [Fact]
    public void Of_two_things_with_one_name_only_one_is_found()
    {
        Write("other.airs", "library other\nparam most: int = 4\nlet twice = most * 2\n");
        _client.Notify("workspace/didChangeWatchedFiles", new JsonObject());
        Assert.DoesNotContain(
            ShownAll(Ask("textDocument/references", "lib/control.airs", "param mo▮st").GetProperty("result")),
            place => place.StartsWith("other", StringComparison.Ordinal));
    }

    [Fact]
    public void Highlights_stay_in_the_document_and_tell_the_declaration_from_uses()
    {
        var found = Ask("textDocument/documentHighlight", "lib/control.airs", "> mo▮st").GetProperty("result").EnumerateArray();
        Assert.Equal(["1:3", "4:2"], found.Select(one => $"{LineOf(one)}:{one.GetProperty("kind").GetInt32()}"));
    }

    [Theory]
    [InlineData("let lon▮g2 = length(text) > 3\n  when long2 then block", "3 4")]
    [InlineData("let longer(bou▮nd) = length(text) > bound\n  when longer(3) then block", "3 3")]
    [InlineData("let longer(bound) = length(text) > bound\n  when lon▮ger(3) then block", "3 4")]
    [InlineData("when any fi▮le in input.attachments: file.detected_type != file.declared_type then block", "3 3 3")]
    [InlineData("when count of input pa▮st where past.session.turns > 3 per user within 1h > 3 then block", "3 3")]
    public void Names_inside_a_declaration_are_followed(string rules, string lines)
    {
        var text = "library local\ncontrol c {\n  at input\n  " + rules + "\n}\n";
        var uri = UriOf("local.airs");
        _client.Open(text.Replace("▮", "", StringComparison.Ordinal), uri);
        var (line, character) = PositionOf(text, "▮", 0);
        var found = _client.Request("textDocument/documentHighlight", Client.Place(line, character, uri)).GetProperty("result");
        Assert.Equal(lines, string.Join(' ', found.EnumerateArray().Select(LineOf)));
    }

    [Fact]
    public void A_rename_changes_every_place_in_every_package_and_all_still_binds()
    {
        var edit = Rename("policy.airs", "set lib.mo▮st", "longest").GetProperty("result").GetProperty("changes");
        Assert.Equal(
            new[] { ControlFile, PolicyFile }.Select(text => text.Replace("most", "longest", StringComparison.Ordinal)),
            edit.EnumerateObject().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => Apply(file.Name, file.Value)));
    }

    [Theory]
    [InlineData("when", "word of the language")]
    [InlineData("Most", "lower-case")]
    [InlineData("a b", "lower-case")]
    [InlineData("x = 1\nlet y", "lower-case")]
    [InlineData("", "lower-case")]
    [InlineData("long", "'long' is declared twice")]
    public void A_name_that_would_not_do_is_refused(string name, string why) =>
        Assert.Contains(why, Refusal(Rename("lib/control.airs", "param mo▮st", name)), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_would_take_the_place_of_another_is_refused()
    {
        // The package's own name counts before that of the other package, so that nothing would be wrong, and another thing meant.
        var uri = Write("own.airs", "library own\nuse lib\nlet three = 3\nlet x = length(text) > most + three\n");
        _client.Open(File.ReadAllText(Path.Combine(_folder, "own.airs")), uri);
        Assert.Contains("mean something else", Refusal(Rename("own.airs", "let th▮ree", "most")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_renamed_while_a_package_has_errors()
    {
        _client.Change(2, "library lib\nparam most: int = 3\nlet x = most + unknown\n", uri: UriOf("lib/control.airs"));
        Assert.Contains("mend them first", Refusal(Rename("lib/control.airs", "param mo▮st", "longest")), StringComparison.Ordinal);
    }

    [Fact]
    public void Renaming_to_the_same_name_changes_nothing() =>
        Assert.Empty(Rename("lib/control.airs", "param mo▮st", "most").GetProperty("result").GetProperty("changes").EnumerateObject());

    [Fact]
    public void What_can_be_renamed_is_told_with_its_place()
    {
        var found = Ask("textDocument/prepareRename", "policy.airs", "set lib.mo▮st").GetProperty("result");
        Assert.Equal("most", found.GetProperty("placeholder").GetString());
        Assert.Equal(8, found.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
        var refusal = Refusal(Ask("textDocument/prepareRename", "policy.airs", "te▮st"));
        Assert.Contains("Nothing that a package declares", refusal, StringComparison.Ordinal);
    }

    private const string Typed = """
        library typed
        type order = { total: int, kind: one of [small, large] }
        fact bought: order at input
        control big {
          at input
          when bought.total > 3 and bought.kind == large then block
        }
        test "large" {
          given input "a" { bought: { total: 4, kind: large } }
          expect block
        }

        """;

    [Theory]
    [InlineData("bought.to▮tal", "total", "1:15 5:14 8:30")]
    [InlineData("{ to▮tal: int", "total", "1:15 5:14 8:30")]
    [InlineData("== lar▮ge", "large", "1:48 5:43 8:46")]
    [InlineData("small, lar▮ge", "large", "1:48 5:43 8:46")]
    public void Members_of_records_and_values_of_enums_are_followed_and_renamed(string at, string name, string places)
    {
        var uri = Write("typed.airs", Typed);
        _client.Open(Typed, uri);
        Assert.Equal(
            places.Split(' ').Select(place => $"typed.airs:{place}"),
            ShownAll(Ask("textDocument/references", "typed.airs", at).GetProperty("result")));
        Assert.Equal($"typed.airs:{places.Split(' ')[0]}", Shown(Ask("textDocument/definition", "typed.airs", at).GetProperty("result")));
        var edit = Rename("typed.airs", at, "other").GetProperty("result").GetProperty("changes").GetProperty(uri);
        var words = Typed.Replace("test \"large\"", "test \"#\"", StringComparison.Ordinal).Replace(name, "other", StringComparison.Ordinal);
        Assert.Equal(words.Replace("#", "large", StringComparison.Ordinal), Apply(uri, edit));
    }

    private JsonElement Rename(string file, string at, string name)
    {
        var asked = Place(file, at);
        asked["newName"] = name;
        return _client.Request("textDocument/rename", asked);
    }

    private JsonElement Ask(string method, string file, string at)
    {
        _client.Published();
        return _client.Request(method, Place(file, at));
    }

    private JsonObject Place(string file, string at)
    {
        _client.Published();
        var cursor = at.IndexOf('▮', StringComparison.Ordinal);
        var (line, character) = PositionOf(File.ReadAllText(Path.Combine(_folder, file)), at.Remove(cursor, 1), cursor);
        return Client.Place(line, character, UriOf(file));
    }

    private static (int Line, int Character) PositionOf(string text, string wanted, int inside)
    {
        var offset = text.IndexOf(wanted, StringComparison.Ordinal) + inside;
        Assert.True(offset >= inside, $"'{wanted}' is not in the text.");
        return (text[..offset].Count(unit => unit == '\n'), offset - (text[..offset].LastIndexOf('\n') + 1));
    }

    private static string Apply(string uri, JsonElement edits)
    {
        var lines = File.ReadAllText(DocumentUri.ToPath(uri)!).Split('\n');
        foreach (var edit in edits.EnumerateArray().Reverse())
        {
            var (start, end) = (edit.GetProperty("range").GetProperty("start"), edit.GetProperty("range").GetProperty("end"));
            var line = start.GetProperty("line").GetInt32();
            lines[line] = lines[line][..start.GetProperty("character").GetInt32()] + edit.GetProperty("newText").GetString()
                + lines[line][end.GetProperty("character").GetInt32()..];
        }

        return string.Join('\n', lines);
    }

    private string[] ShownAll(JsonElement locations) => [.. locations.EnumerateArray().Select(Shown).Order(StringComparer.Ordinal)];

    private string Shown(JsonElement location)
    {
        var start = location.GetProperty("range").GetProperty("start");
        var file = Path.GetRelativePath(_folder, DocumentUri.ToPath(location.GetProperty("uri").GetString())!).Replace('\\', '/');
        return $"{file}:{start.GetProperty("line").GetInt32()}:{start.GetProperty("character").GetInt32()}";
    }

    private static int LineOf(JsonElement placed) => placed.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32();

    private static string Refusal(JsonElement answer)
    {
        var error = answer.GetProperty("error");
        Assert.Equal(-32803, error.GetProperty("code").GetInt32());
        return error.GetProperty("message").GetString()!;
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return UriOf(name);
    }

    private string UriOf(string name) => DocumentUri.FromPath(Path.Combine(_folder, name));
}
