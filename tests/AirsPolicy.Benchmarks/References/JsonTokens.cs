using System.Text.Json;

namespace AirsPolicy.Benchmarks.References;

/// <summary>The least that reading JSON costs: the framework's reader walks over it and keeps nothing.</summary>
internal static class JsonTokens
{
    /// <summary>Walks over JSON and gives how many tokens it has.</summary>
    public static int Count(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
