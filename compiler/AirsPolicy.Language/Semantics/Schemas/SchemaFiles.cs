using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Reads a file of the package that a schema refers to.</summary>
/// <param name="path">Relative to the package's folder, with <c>/</c>.</param>
/// <param name="content">The text, where there is one.</param>
/// <param name="problem">A clause that says why there is none: "there is no such file".</param>
internal delegate bool SchemaFileReader(string path, out string content, out string problem);

/// <summary>
/// The files of the package that the references of a schema lead to, and theirs in turn, within bounds. They lie in the folder of the
/// schema or below it, so that the address of a file is its way from there.
/// </summary>
internal sealed class SchemaFiles
{
    private const int MostFiles = 64;

    // Where the runtime takes a schema without an address of its own to stand.
    private const string Address = "schema:/";

    private readonly Dictionary<string, (SchemaNode? Root, string Problem)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaNode, string> _places = [];
    private readonly List<SchemaText> _documents = [];
    private readonly SchemaFileReader? _read;
    private readonly string _folder;
    private readonly SchemaLog _log;

    /// <param name="path">The path of the schema from the package's folder.</param>
    /// <param name="read">Reads other files of the package; null where there are none.</param>
    public SchemaFiles(SchemaNode root, string path, SchemaFileReader? read, SchemaLog log)
    {
        _read = read;
        _log = log;
        _folder = path[..(path.LastIndexOf('/') + 1)];
        _places.Add(root, path[_folder.Length..]);
        Gather(root, root);
    }

    /// <summary>The files, under the addresses by which references find them.</summary>
    public ValueList<SchemaText> Documents => _documents.ToValueList();

    /// <summary>Every file that has been read, the schema itself first.</summary>
    public IEnumerable<SchemaNode> Roots => _places.Keys;

    /// <summary>The file of a place: its address before <c>#</c>, or the schema itself.</summary>
    public SchemaNode RootOf(string place) =>
        place.StartsWith(Address, StringComparison.Ordinal)
        && _files.TryGetValue(WithoutFragment(place)[Address.Length..], out var file)
        && file.Root is { } root
            ? root
            : Roots.First();

    /// <summary>The file that a reference leads to, or null with a clause that says why there is none.</summary>
    /// <param name="from">The file that the reference stands in.</param>
    public SchemaNode? Find(SchemaNode from, string reference, out string problem)
    {
        if (_read is null)
        {
            problem = $"names '{reference}', which is outside this file";
            return null;
        }
        if (PathOf(from, reference) is not { } path)
        {
            problem =
                $"names '{reference}'; a file is named by its way from this one, in its folder or below, with letters, digits, '.', '_' and '-'";
            return null;
        }
        (var root, problem) = Load(path);
        return root;
    }

    /// <summary>Whether a reference is one to another file, and to no address.</summary>
    public static bool IsFile(string reference) =>
        reference.Length > 0 && reference[0] != '#' && !reference.Contains(':', StringComparison.Ordinal);

    // Beforehand, since what shapes do not read the schema itself does.
    private void Gather(SchemaNode node, SchemaNode root)
    {
        if (_read is null)
            return;
        if (node["$ref"] is { Kind: SchemaNodeKind.Text } reference
            && IsFile(reference.Text)
            && PathOf(root, WithoutFragment(reference.Text)) is { } path)
            Load(path);
        foreach (var item in node.Items)
            Gather(item, root);
    }

    private (SchemaNode? Root, string Problem) Load(string path)
    {
        if (_files.TryGetValue(path, out var known))
            return known;
        if (_files.Count == MostFiles)
            return (null, $"leads to '{path}', which is one file too many, where at most {MostFiles} are read");
        if (!_read!(_folder + path, out var content, out var problem))
            return _files[path] = (null, $"leads to '{path}', and {problem}");
        var bytes = Encoding.UTF8.GetBytes(content);
        var source = SourceText.From(content, _folder + path);
        if (SchemaJson.Parse(bytes, out var mistake, out var at) is not { } root)
        {
            _log.ReportNotJson(source, bytes, at, mistake!);
            return _files[path] = (null, $"leads to '{path}', which is not JSON");
        }
        _log.Add(root, source, bytes);
        _files.Add(path, (root, ""));
        _places.Add(root, path);
        _documents.Add(new SchemaText(Address + path, content));
        Gather(root, root);
        return (root, "");
    }

    // From the folder of the schema; null where it leads out of that, or needs escapes to be written.
    private string? PathOf(SchemaNode from, string reference)
    {
        var place = _places[from];
        var parts = new List<string>();
        foreach (var part in (place[..(place.LastIndexOf('/') + 1)] + reference).Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                if (part.Length == 0 || !part.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '-'))
                    return null;
                parts.Add(part);
            }
        }
        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    /// <summary>What stands before <c>#</c>.</summary>
    public static string WithoutFragment(string reference) =>
        reference.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? reference[..at] : reference;
}
