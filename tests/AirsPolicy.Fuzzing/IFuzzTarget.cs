namespace AirsPolicy.Fuzzing;

/// <summary>Something of ours that reads what anybody can write.</summary>
internal interface IFuzzTarget
{
    /// <summary>The word that chooses it.</summary>
    string Name { get; }

    /// <summary>Inputs that are as they should be, from which others are made.</summary>
    IEnumerable<byte[]> Seeds();

    /// <summary>Reads an input. Whatever it is, the target gives an answer.</summary>
    /// <param name="input">Any bytes.</param>
    /// <exception cref="BrokenPromiseException">An answer is not what the target promises.</exception>
    void Read(byte[] input);
}
