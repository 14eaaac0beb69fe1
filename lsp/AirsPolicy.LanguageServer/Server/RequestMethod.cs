using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>A request that the server answers.</summary>
/// <param name="Name">The method on the wire.</param>
/// <param name="Handle">Computes the answer; what it gives writes it.</param>
internal sealed record RequestMethod(string Name, Func<ServerState, JsonElement, Action<MessageWriter, JsonElement>> Handle)
{
    /// <summary>A request with typed parameters and result.</summary>
    public static RequestMethod Of<TParameters, TResult>(
        string name,
        JsonTypeInfo<TParameters> parameters,
        JsonTypeInfo<TResult> result,
        Func<ServerState, TParameters, TResult> handle)
        where TParameters : class => new(name, (state, json) =>
    {
        var value = handle(state, Parameters.Read(json, parameters));
        return (writer, id) => writer.Respond(id, value, result);
    });
}
