# syntax=docker/dockerfile:1
# Three images from one file: `web` (no torch), `worker` (torch, models), and `all`, both in one.
FROM python:3.12-slim AS base
ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 RASHIN_CACHE_DIR=/opt/rashin/cache
WORKDIR /opt/rashin
RUN pip install --no-cache-dir uv && useradd --create-home --uid 10001 rashin
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY app app
COPY inference inference

FROM base AS web
RUN uv pip install --system --no-cache -c constraints.txt .
COPY static static
USER rashin
EXPOSE 8000
CMD ["rashin", "serve", "--host", "0.0.0.0", "--no-open", "--data-dir", "/data"]

FROM base AS worker
ARG TORCH_BACKEND=cpu
RUN uv pip install --system --no-cache --torch-backend=${TORCH_BACKEND} -c constraints.txt '.[inference]' \
 && python -m inference.fetch
USER rashin
ENTRYPOINT ["python", "-m", "inference.engine"]

FROM worker AS all
USER root
COPY static static
RUN mkdir /data && chown rashin /data
USER rashin
EXPOSE 8000
ENTRYPOINT []
CMD ["rashin", "serve", "--host", "0.0.0.0", "--no-open", "--data-dir", "/data"]
