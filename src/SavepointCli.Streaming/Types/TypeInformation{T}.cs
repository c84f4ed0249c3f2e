namespace SavepointCli.Streaming.Types;

/// <summary>Describes the type <typeparamref name="T"/>.</summary>
public abstract class TypeInformation<T> : TypeInformation
{
    private protected TypeInformation()
    {
    }

    /// <inheritdoc/>
    public sealed override Type ClrType => typeof(T);

    /// <inheritdoc/>
    public sealed override TResult Dispatch<TResult>(ITypeDispatch<TResult> dispatch) => dispatch.Dispatch(this);
}
