using System.Text.Encodings.Web;
using System.Text.Json;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>How requests are written: as people would, with letters of every script as themselves.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
