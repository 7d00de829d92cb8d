namespace Gpu.Runtime.Caching;

/// <summary>
/// The key of a result: <c>{app}:v{schema}:{operation}:{code hash}:{SHA-256 of inputs}</c>. The application and schema are
/// the cache's own. Made by <see cref="CacheKeyBuilder"/>.
/// </summary>
/// <param name="Operation">What computed it: lower case, such as <c>extract</c>.</param>
/// <param name="Code">The hash of the code that computes it, see <see cref="CodeIdentity"/>.</param>
/// <param name="Inputs">SHA-256 of all inputs, lower-case hex.</param>
public readonly record struct CacheKey(string Operation, string Code, string Inputs)
{
    /// <summary>The key without what is the cache's own.</summary>
    public override string ToString() => $"{Operation}:{Code}:{Inputs}";
}
