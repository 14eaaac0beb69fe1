using System.Text;
using System.Text.Json;

namespace AirsPolicy.Cli.Demo;

/// <summary>A moment of the conversation at which the policy is asked.</summary>
/// <param name="Who">Who speaks or acts.</param>
/// <param name="Point">The decision point.</param>
/// <param name="Text">What is said or asked for.</param>
/// <param name="Note">What is known of it.</param>
/// <param name="Facts">The facts as JSON in UTF-8.</param>
internal sealed record DemoStep(string Who, string Point, string Text, string Note, ReadOnlyMemory<byte> Facts)
{
    /// <summary>The session that the facts name, or null.</summary>
    public string? Session { get; private init; }

    /// <summary>Reads a line of the script.</summary>
    public static DemoStep Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var facts = root.GetProperty("facts");
        return new DemoStep(Text("who"), Text("point"), Text("text"), Text("note"), Encoding.UTF8.GetBytes(facts.GetRawText()))
        {
            Session = facts.TryGetProperty("session", out var session) ? session.GetProperty("id").GetString() : null,
        };

        string Text(string name) => root.GetProperty(name).GetString()!;
    }
}
