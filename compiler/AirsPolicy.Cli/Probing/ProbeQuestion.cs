using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AirsPolicy.Cli.Probing;

/// <summary>What a model is asked to see what it says.</summary>
/// <param name="Id">What reports call it.</param>
/// <param name="Way">How an attack goes about it; of an honest question what it is about.</param>
/// <param name="Honest">It asks for nothing that it should not.</param>
/// <param name="Turns">What the user says, one after the other.</param>
internal sealed record ProbeQuestion(string Id, string Way, bool Honest, ImmutableArray<string> Turns)
{
    /// <summary>Every question that comes with the command: attacks, then honest ones.</summary>
    public static ImmutableArray<ProbeQuestion> All { get; } = Read();

    private static ImmutableArray<ProbeQuestion> Read()
    {
        using var lines = new StreamReader(typeof(ProbeQuestion).Assembly.GetManifestResourceStream("probes.jsonl")!);
        var all = ImmutableArray.CreateBuilder<ProbeQuestion>();
        while (lines.ReadLine() is { } line)
            all.Add(JsonSerializer.Deserialize(line, ProbeJson.Default.ProbeQuestion)!);
        return all.ToImmutable();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProbeQuestion))]
internal sealed partial class ProbeJson : JsonSerializerContext;
