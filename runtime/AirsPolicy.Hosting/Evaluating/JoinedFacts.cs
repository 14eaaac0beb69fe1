using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>Facts in JSON with more behind them.</summary>
internal static class JoinedFacts
{
    /// <param name="facts">One JSON object in UTF-8 that could be read.</param>
    /// <param name="members">What is added: names, and values as JSON text.</param>
    public static byte[] Of(ReadOnlySpan<byte> facts, IEnumerable<(string Name, string Json)> members)
    {
        var given = facts[..facts.LastIndexOf((byte)'}')];
        var joined = new ArrayBufferWriter<byte>(facts.Length + 64);
        joined.Write(given);
        var separator = given[(given.IndexOf((byte)'{') + 1)..].ContainsAnyExcept(" \t\r\n"u8) ? "," : "";
        foreach (var (name, json) in members)
        {
            joined.Write(Encoding.UTF8.GetBytes($"{separator}\"{JsonEncodedText.Encode(name)}\":{json}"));
            separator = ",";
        }
        joined.Write("}"u8);
        return joined.WrittenSpan.ToArray();
    }
}
