# The API with its models, on two cores without a GPU.  See docs/api.md for how to run it.
FROM python:3.11-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /src

# The versions first: they change seldom, and everything heavy is in this layer.  torch without CUDA is 2 GB smaller.
COPY constraints.txt ./
RUN pip install --constraint constraints.txt --extra-index-url https://download.pytorch.org/whl/cpu \
        torch faiss-cpu sentence-transformers transformers scipy

COPY pyproject.toml README.md LICENSE ./
COPY search ./search
COPY indexer ./indexer
COPY api ./api
COPY migrations ./migrations
RUN pip install --constraint constraints.txt --extra-index-url https://download.pytorch.org/whl/cpu .


FROM python:3.11-slim

COPY --from=build /opt/venv /opt/venv
RUN useradd --system --uid 10001 --create-home ihc \
    && install --directory --owner=ihc --group=ihc /var/lib/ihc-search /import
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HF_HUB_OFFLINE=1 \
    IHC_SEARCH_HOME=/var/lib/ihc-search
USER ihc
WORKDIR /var/lib/ihc-search
# Store, snapshots, caches, jobs and rejects: everything that must outlive the container.
VOLUME /var/lib/ihc-search
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/live', timeout=4)"]

ENTRYPOINT ["ihc-search"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
