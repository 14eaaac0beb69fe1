using System.Text.Json.Nodes;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>Where what waits for people is asked for.</summary>
internal interface IDesk
{
    /// <summary>Asks, and gives the answer.</summary>
    /// <exception cref="DeskLostException">Nobody answers.</exception>
    JsonObject Ask(JsonObject request);
}
