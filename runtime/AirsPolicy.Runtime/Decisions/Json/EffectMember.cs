using System.Text.Json;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>One value of a kind of effect.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Form">How it is written and read.</param>
/// <param name="Of">Takes it from an effect.</param>
internal sealed record EffectMember<TEffect, T>(string Name, ValueForm<T> Form, Func<TEffect, T> Of)
{
    public void Write(Utf8JsonWriter json, TEffect effect) => Form.Write(json, Name, Of(effect));

    public T Read(JsonElement json) => Form.Read(json, Name);
}
