namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>The evaluation stack from one value down. Unchanging, so that any number of branches can carry it.</summary>
internal sealed record StackNode(string Type, StackNode? Below)
{
    public int Height { get; } = (Below?.Height ?? 0) + 1;
}
