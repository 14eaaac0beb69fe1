using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// What can be made out of facts that do not fit as a whole, so that a refused request is written down for its session and user and not
/// for nobody. Nothing is ever decided on it.
/// </summary>
public static class FittingFacts
{
    /// <summary>
    /// Empties a frame and reads into it each member of the facts that fits alone, in front of where they cannot be read on; the others are
    /// absent. Those of a tool fit only where the tool does, and a member that stands twice is absent.
    /// </summary>
    /// <param name="layout">The facts that the point has.</param>
    /// <param name="json">The facts, which <see cref="FactReader.Read"/> has refused.</param>
    /// <param name="frame">Where they go.</param>
    /// <param name="limits">The limits of the reader, or null for the default ones.</param>
    public static void Read([NotNull] CompiledLayout layout, ReadOnlySpan<byte> json, [NotNull] FactFrame frame, FactLimits? limits = null)
    {
        var reader = new FactReader(limits);
        var scratch = new FactFrame();
        var fitting = new List<byte[]>();
        if (json.Length <= (limits ?? FactLimits.Default).MaxFactsBytes)
        {
            var members = Members(layout, json);
            byte[][] tool =
                layout.ToolMember >= 0 && members.Remove("tool", out var name) && reader.ReadPart(layout, Record([name]), scratch)
                    ? [name]
                    : [];
            fitting.AddRange(tool);
            fitting.AddRange(members.Values.Where(member => reader.ReadPart(layout, Record([.. tool, member]), scratch)));
        }
        // Together they may still be more than a frame holds.
        if (!reader.ReadPart(layout, Record(fitting), frame))
            frame.Reset(layout.Slots);
    }

    // By name, those that the layout knows, each with its name as it stands.
    private static Dictionary<string, byte[]> Members(CompiledLayout layout, ReadOnlySpan<byte> json)
    {
        var known = layout
            .Root.Members.Concat(layout.Tools.SelectMany(tool => tool.Members))
            .Select(member => member.Member.WireName)
            .ToHashSet(StringComparer.Ordinal);
        var members = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = FactLimits.MaxDepth * 4 });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return [];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var start = (int)reader.TokenStartIndex;
                var name = reader.GetString()!;
                reader.Skip();
                if (known.Contains(name) && !members.TryAdd(name, json[start..(int)reader.BytesConsumed].ToArray()))
                    twice.Add(name);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // What stands in front of it was read.
        }
        foreach (var name in twice)
            members.Remove(name);
        return members;
    }

    private static byte[] Record(IEnumerable<byte[]> members)
    {
        var record = new List<byte>("{"u8.ToArray());
        foreach (var member in members)
        {
            if (record.Count > 1)
                record.Add((byte)',');
            record.AddRange(member);
        }
        record.Add((byte)'}');
        return [.. record];
    }
}
