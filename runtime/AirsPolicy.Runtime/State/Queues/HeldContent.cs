using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>Writes the facts of a request down: reviewers see what they decide on, and it can be decided on as they change it.</summary>
internal sealed class HeldContent
{
    // The host's to give, as are answers of models and draws, which have a colon in their names.
    private static readonly string[] s_leftOut = ["now", "today", "time_of_day", "approvals"];

    // By the number of the tool plus one; the first for where none is declared.
    private readonly Lazy<FactPart[][]> _parts;

    /// <summary>Finds the places of a point.</summary>
    public HeldContent(PointLayout layout) => _parts = new Lazy<FactPart[][]>(() =>
    {
        var everywhere = Parts(layout.Facts, 0);
        return [everywhere, .. layout.Tools.Select(tool => (FactPart[])[.. everywhere, .. Parts(tool.Facts, layout.ToolRegion)])];
    });

    /// <summary>The facts that were decided on, one JSON object in UTF-8; null where they take more bytes than that.</summary>
    public byte[]? Of(FactFrame facts, int tool, int most)
    {
        var json = new ArrayBufferWriter<byte>();
        json.Write("{"u8);
        foreach (var part in _parts.Value[tool + 1])
        {
            if (part.Write(facts) is not { IsEmpty: false } value)
                continue;
            json.Write(json.WrittenCount == 1 ? "\""u8 : ",\""u8);
            json.Write(JsonEncodedText.Encode(part.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            json.Write("\":"u8);
            json.Write(value);
            if (json.WrittenCount + 1 > most)
                return null;
        }
        json.Write("}"u8);
        return json.WrittenSpan.ToArray();
    }

    private static FactPart[] Parts(RecordShape facts, int first) =>
        [
            .. facts
                .Members.Where(member => !s_leftOut.Contains(member.Name) && !member.Name.Contains(':', StringComparison.Ordinal))
                .Select(member =>
                    new FactPart(member.WireName, first + SlotLayout.Offset(facts, member.Name), CompiledShape.Of(member.Shape))),
        ];
}
