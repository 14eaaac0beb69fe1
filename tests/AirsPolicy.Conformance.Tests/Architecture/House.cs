using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Architecture;

/// <summary>
/// A project with its rooms, the folders below it, and which room uses which: by the types that its compiled code names, and by the
/// <c>using</c> lines of its source, where constants leave no other trace. What lies in no folder is the entrance.
/// </summary>
internal sealed partial class House
{
    public const string Entrance = "(entrance)";

    private readonly string _name;

    // An arrow, and one place that shows it.
    private readonly SortedDictionary<(string From, string To), string> _arrows = [];

    private readonly SortedSet<string> _rooms = new(StringComparer.Ordinal);

    private House(string folder)
    {
        _name = Path.GetFileName(folder);
        foreach (var use in TypeUses.Of(Path.Combine(AppContext.BaseDirectory, (_name == "AirsPolicy.Cli" ? "airs" : _name) + ".dll")))
            Add(use.User, use.Used, use.User);
        foreach (var file in StageTests.SourceFiles(folder))
        {
            var text = File.ReadAllText(file);
            foreach (var used in Used().Matches(text).Select(match => match.Groups[1].Value))
                Add($"{Declared().Match(text).Groups[1].Value}.x", $"{used}.x", Path.GetFileName(file));
        }
    }

    /// <summary>All projects, from the one that uses no other.</summary>
    public static IReadOnlyList<House> All { get; } =
    [
        .. new[]
        {
            "runtime/AirsPolicy.Text",
            "runtime/AirsPolicy.Runtime",
            "runtime/AirsPolicy.Hosting",
            "runtime/AirsPolicy.Extensions.AI",
            "runtime/AirsPolicy.Storage.Sqlite",
            "runtime/AirsPolicy.Classifiers.Onnx",
            "runtime/AirsPolicy.OpenTelemetry",
            "compiler/AirsPolicy.Language",
            "compiler/AirsPolicy.Compiler",
            "lsp/AirsPolicy.LanguageServer",
            "compiler/AirsPolicy.Cli",
        }.Select(folder => new House(folder)),
    ];

    /// <summary>The arrows that lie on a circle, each with a place that shows it.</summary>
    public IEnumerable<string> Circles()
    {
        var rest = Sorted().Circular;
        // What only stands on a circle is none itself.
        while (rest.FirstOrDefault(room => !_arrows.Keys.Any(arrow => arrow.To == room && rest.Contains(arrow.From))) is { } top)
            rest.Remove(top);
        return from arrow in _arrows
               where rest.Contains(arrow.Key.From) && rest.Contains(arrow.Key.To)
               select $"{_name}: {arrow.Key.From} -> {arrow.Key.To} ({arrow.Value})";
    }

    /// <summary>The rooms, each behind all that it uses, with what it uses.</summary>
    public string Picture() =>
        $"**{_name}**\n\n| room | uses |\n|---|---|\n{string.Concat(Sorted().Order.Select(room => $"| {room} | {string.Join(", ", UsedBy(room))} |\n"))}";

    private IEnumerable<string> UsedBy(string room) => _arrows.Keys.Where(arrow => arrow.From == room).Select(arrow => arrow.To);

    private (List<string> Order, SortedSet<string> Circular) Sorted()
    {
        var (order, rest) = (new List<string>(), new SortedSet<string>(_rooms, StringComparer.Ordinal));
        while (rest.FirstOrDefault(room => !UsedBy(room).Any(rest.Contains)) is { } next)
        {
            order.Add(next);
            rest.Remove(next);
        }
        return (order, rest);
    }

    private void Add(string user, string used, string place)
    {
        if (RoomOf(user) is not { } from)
            return;
        _rooms.Add(from);
        if (RoomOf(used) is not { } to)
            return;
        _rooms.Add(to);
        if (to != from)
            _arrows.TryAdd((from, to), place);
    }

    // The part behind the project's name of a type in a namespace of it; null for one of another project.
    private string? RoomOf(string type)
    {
        if (!type.StartsWith(_name + ".", StringComparison.Ordinal))
            return _name == "AirsPolicy.Text" && type.StartsWith("AirsPolicy.Collections.", StringComparison.Ordinal)
                ? "Collections"
                : null;
        var parts = type[(_name.Length + 1)..].Split('.');
        return parts.Length > 1 ? parts[0] : Entrance;
    }

    [GeneratedRegex(@"^using (?:static )?(AirsPolicy\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Used();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
