using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>How a kind of effect is written and read.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Word">Its word in the language.</param>
/// <param name="Write">Writes its members into an object.</param>
/// <param name="Read">Reads its members from an object.</param>
internal sealed record EffectForm(Type Type, string Word, Action<Utf8JsonWriter, Effect> Write, Func<JsonElement, Effect> Read)
{
    public static EffectForm Of<T, T1>(string word, EffectMember<T, T1> first, Func<T1, T> make) where T : Effect =>
        new(typeof(T), word, (json, effect) => first.Write(json, (T)effect), json => make(first.Read(json)));

    public static EffectForm Of<T, T1, T2>(
        string word,
        EffectMember<T, T1> first,
        EffectMember<T, T2> second,
        Func<T1, T2, T> make) where T : Effect =>
        new(
            typeof(T),
            word,
            (json, effect) =>
            {
                first.Write(json, (T)effect);
                second.Write(json, (T)effect);
            },
            json => make(first.Read(json), second.Read(json)));

    public static EffectForm Of<T, T1, T2, T3>(
        string word,
        EffectMember<T, T1> first,
        EffectMember<T, T2> second,
        EffectMember<T, T3> third,
        Func<T1, T2, T3, T> make) where T : Effect =>
        new(
            typeof(T),
            word,
            (json, effect) =>
            {
                first.Write(json, (T)effect);
                second.Write(json, (T)effect);
                third.Write(json, (T)effect);
            },
            json => make(first.Read(json), second.Read(json), third.Read(json)));

    public static EffectForm Of<T, T1, T2, T3, T4>(
        string word,
        EffectMember<T, T1> first,
        EffectMember<T, T2> second,
        EffectMember<T, T3> third,
        EffectMember<T, T4> fourth,
        Func<T1, T2, T3, T4, T> make) where T : Effect =>
        new(
            typeof(T),
            word,
            (json, effect) =>
            {
                first.Write(json, (T)effect);
                second.Write(json, (T)effect);
                third.Write(json, (T)effect);
                fourth.Write(json, (T)effect);
            },
            json => make(first.Read(json), second.Read(json), third.Read(json), fourth.Read(json)));
}
